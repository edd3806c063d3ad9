package nacre.kernel.shell;

import static nacre.kernel.shell.Idiom.name;
import static nacre.kernel.shell.Idiom.of;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.MatchResult;

/// Recognises Python in a line that Java does not take, and says it in Java.
///
/// Learners meet the layers in Keras's documentation first: `Sequential([Dense(3)])`, `[1, 2, 3]`,
/// `True`.
final class PythonSpellings {
    private static final String IMPORT =
            "Java imports classes, as in `import java.util.List;`;"
                    + " the names of the library are imported already.";

    /// The first that fits is told: whole lines come before words.
    static final List<Idiom> IDIOMS =
            List.of(
                    of("^\\s*import\\s+(?:[\\w.]+\\s+as\\b.*|\\w+\\s*;?\\s*$)", IMPORT),
                    of("^\\s*from\\s+\\S+\\s+import\\b.*", IMPORT),
                    of(
                            "^\\s*@\\s*property\\b",
                            "In Java a method without parameters: `int size() { return 3; }`."),
                    of(
                            "^\\s*@\\s*(?:static|class)method\\b",
                            "In Java: `static` before the method."),
                    of(
                            "\\[\\s*([^\\[\\]]+?)\\s+for\\s+(\\w+)\\s+in\\s+(?:range\\s*\\(([^()]*)\\)|([\\w.]+))\\s*]",
                            PythonSpellings::comprehension),
                    of(
                            "^\\s*raise\\b.*",
                            "In Java: `throw new IllegalArgumentException(\"why\");`."),
                    of("^\\s*assert\\b(.+),", "In Java: `assert $1 : \"why\";`."),
                    of("^\\s*pass\\s*$", "An empty block in Java: `{ }`."),
                    of("\\blambda\\s+(\\w+)\\s*:", "A lambda in Java: `$1 -> …`."),
                    of("\\blambda\\s+([\\w\\s,]+):", "A lambda in Java: `($1) -> …`."),
                    of( // what has a `;` or a brace in it is an `if` of Java
                            "(\\S*[^\\s;{}=])(?<!\\b(?:return|else))\\s+if\\s+([^;{}]+?)\\s+else\\s+([^;{}]+?)\\s*;?\\s*$",
                            found ->
                                    Phrase.fill("In Java: `$2 ? $1 : $3`.", found)
                                            .replace("True", "true")
                                            .replace("False", "false")),
                    of(
                            "^\\s*del\\s+(\\w+)",
                            "Nothing needs deleting in Java; `$1 = null` lets go of a value."),
                    of(
                            "^\\s*(?:var\\s*)?\\(\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\)\\s*[,=]",
                            "One name at a time in Java: `var $1 = …; var $2 = …;`."),
                    of(
                            "\\b(?:new\\s+)?(?:\\w+\\.)*([A-Z]\\w*)\\s*\\(([^()]*)\\)\\s*\\(\\s*\\[?((?:[^()\\[\\]]|\\([^()]*\\))*)]?\\s*\\)",
                            PythonSpellings::applied),
                    of(
                            "\\bModel\\s*\\(\\s*(?:inputs\\s*=)?\\s*(\\w+|\\[[^\\[\\]]*])\\s*,\\s*(?:outputs\\s*=)?\\s*(\\w+|\\[[^\\[\\]]*])\\s*[,)]",
                            PythonSpellings::model),
                    of(
                            "\\bSequential\\s*\\(\\s*\\[([^=]*)]\\s*\\)",
                            found -> "In Java: `Sequential.of(" + made(found.group(1)) + ")`."),
                    of(
                            "\\bSequential\\s*\\(\\s*\\[",
                            "In Java: `Sequential.of(new Dense(3), new Dense(1))`."),
                    of(
                            "\\bInput\\s*\\(\\s*shape\\s*=\\s*\\(\\s*([^()]*?)\\s*,?\\s*\\)",
                            "In Java: `Input.of($1)`."),
                    of(
                            "\\binput_(?:shape|dim)\\s*=\\s*\\(?\\s*([^()]*?)\\s*,?\\s*\\)+",
                            "The first call tells a layer the shape of its input; a model can have it before:"
                                    + " `Sequential.of(Input.of($1), new Dense(3))`."),
                    of(
                            "\\.(sum|mean|variance|max|min)\\s*\\(.*\\bkeepdims\\s*=.*",
                            "In Java `.$1Keep(0)` keeps the axis."),
                    of(
                            "\\b(\\w+)((?:\\[])+)\\s*(\\w+)\\s*=\\s*(?:\\[([^=\"']*)]|\\(([^()=]*)\\)|([-\\d\"][^\\[{(;=]*,[^{(;=]*?))\\s*;?\\s*$",
                            PythonSpellings::array),
                    of(
                            "(?:^|=|\\breturn)\\s*\\(([^()]*,[^()]*)\\)\\s*;?\\s*$",
                            "Java has no tuples: `List.of($1)`, or a record with a name for each part."),
                    of(
                            "(?<=[(,=])\\s*\\(\\s*((?:\\d+|None)(?:\\s*,\\s*(?:\\d+|None))+)\\s*,?\\s*\\)",
                            "Java has no tuples: sizes stand without the parentheses, or as"
                                    + " `Shape.of($1)` or `new int[] {$1}`."),
                    of(
                            "\\b(?:(?:\\w+\\.)*load_model|(?:Model|Sequential)\\.load(?:Model)?)\\s*\\(",
                            "In Java: `Models.load(\"name.keras\")`."),
                    of(
                            "^\\s*(\\w+)\\s*,\\s*(\\w+)\\s*=(?!=)",
                            "One name at a time in Java: `var $1 = …; var $2 = …;`."),
                    of(
                            "^\\s*(int|double|float|long|boolean|String)\\s+(\\w+)\\s*,\\s*(\\w+)\\s*=\\s*([^,;=]+),\\s*([^,;=]+?)\\s*;?\\s*$",
                            "Each name has its own value: `$1 $2 = $4, $3 = $5;`."),
                    of("([\\w.]+)\\s+is\\s+not\\s+(?:None|null)\\b", "In Java: `$1 != null`."),
                    of("([\\w.]+)\\s+is\\s+(?:None|null)\\b", "In Java: `$1 == null`."),
                    of(
                            "([\\w.]+|\"[^\"]*\")\\s+not\\s+in\\s+([\\w.]+)",
                            "In Java: `!$2.contains($1)`; of a map `!$2.containsKey($1)`."),
                    of(
                            "([\\w.]+|\"[^\"]*\")\\s+in\\s+([\\w.]+)",
                            "In Java: `$2.contains($1)`; of a map `$2.containsKey($1)`."),
                    of(
                            "\\b(True|False|None)\\b",
                            found ->
                                    "`"
                                            + found.group()
                                            + "` is `"
                                            + word(found.group())
                                            + "` in Java."),
                    of("\\bbool\\b", "`bool` is `boolean` in Java."),
                    of(
                            "(?<![.\\w])(?:keras|tf|layers|models|torch|nn)(?:\\.[a-z]\\w*)*\\.([A-Z]\\w*)",
                            "The names of the library are imported already: `new $1(…)`."),
                    name(
                            "(?:plt|pyplot|sns|px)\\.\\w+",
                            "`Plot` draws: `Plot.line(…)`, `Plot.scatter(…)`, `Plot.histogram(…)`."),
                    name("(?:np|numpy|math)\\.(?:pi|e)\\b", "In Java: `Math.PI`, `Math.E`."),
                    name(
                            "(?:np|numpy|tf|keras)\\.\\w+",
                            "There is no such module; `Tensor` has what NumPy does, as in"
                                    + " `Tensor.of(new float[] {1, 2}, 2)`."),
                    of(
                            "^\\s*!\\s*(?:cat|cd|curl|echo|git|ls|mkdir|pip3?|pwd|python3?|rm|unzip|wget)\\b",
                            "Commands of the system stand in a cell that begins with `%%bash`."),
                    of("\\bnot\\s+\\w", "`not` is `!` in Java."),
                    of("\\w\\s+and\\s+\\w", "`and` is `&&` in Java."),
                    of("\\w\\s+or\\s+\\w", "`or` is `||` in Java."),
                    of(
                            "([\\w.]+)\\s*\\*\\*\\s*([\\w.]+)",
                            "A power in Java: `Math.pow($1, $2)`; of a tensor `$1.pow($2)`."),
                    of("([a-z]\\w*)\\s*@\\s*([a-z]\\w*)", "In Java: `$1.matmul($2)`."),
                    of(
                            "(?<![.\\w])(\\w+)\\[\\s*(-?\\w*)\\s*:\\s*(-?\\w*)\\s*]",
                            PythonSpellings::part),
                    of(
                            "(?<![.\\w])(?<!\\bnew\\s{1,9})int\\s*\\(",
                            "In Java: `(int) x` of a number, `Integer.parseInt(x)` of a text."),
                    of(
                            "(?<![.\\w])(?<!\\bnew\\s{1,9})float\\s*\\(",
                            "In Java: `(float) x` of a number, `Float.parseFloat(x)` of a text."),
                    of(
                            "(?<![.\\w])(?<!\\bnew\\s{1,9})double\\s*\\(",
                            "In Java: `(double) x` of a number, `Double.parseDouble(x)` of a text."),
                    of(
                            "\\bf[\"']",
                            "Java has no f-strings: `\"%d of %d\".formatted(a, b)`, or join with `+`."),
                    of(
                            "\\bTensor(?:\\.of)?\\s*\\(\\s*\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*+])*+)]",
                            PythonSpellings::tensor),
                    of(
                            "(?<![.\\w])([a-z]\\w*)\\[\\s*(\\w+)\\s*,\\s*(\\w+)\\s*]",
                            "Of a tensor: `$1.get($2, $3)`; of an array of arrays: `$1[$2][$3]`."),
                    of(
                            "(?:[=(,]|^|return)\\s*\\[\\s*]",
                            "An empty list in Java: `new ArrayList<Integer>()`."),
                    of(
                            "=\\s*\\{\\s*}\\s*;?\\s*$",
                            "An empty map in Java: `new HashMap<String, Integer>()`."),
                    of(
                            "(?:[=(,]|^|return)\\s*\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*+])*+)]",
                            PythonSpellings::list),
                    of(
                            "(?:=\\s*\\{\\s*([^:{}]+)|^\\s*\\{\\s*(\"[^\"]*\")\\s*):\\s*([^,:{}]+)[^{}]*}",
                            "A map in Java: `Map.of($1$2, $3)`."),
                    of("^\\s*#(?!\\s*include)", "A comment begins with `//` in Java."));

    private PythonSpellings() {}

    /// A list that is made by a loop in its brackets.
    private static String comprehension(MatchResult found) {
        String range = found.group(3);
        if (range == null) {
            return Phrase.fill("In Java: `$4.stream().map($2 -> $1).toList()`.", found);
        }
        String bounds = range.contains(",") ? range : "0, " + range;
        return "In Java: `IntStream.range("
                + bounds
                + Phrase.fill(").map($2 -> $1).toArray()`.", found);
    }

    /// A layer that is called like a function.
    private static String applied(MatchResult found) {
        String layer = found.group(1);
        String made = layer.equals("Input") ? "Input.of(" : "new " + layer + "(";
        return "In Java: `%s%s.apply(%s)`."
                .formatted(made, options(found.group(2)), made(found.group(3)));
    }

    /// `3).activation("relu")` for `3, activation='relu'`.
    private static String options(String arguments) {
        var values = new StringJoiner(", ");
        var options = new StringBuilder(")");
        for (String each : arguments.split(",")) {
            int equals = each.indexOf('=');
            String value = NamedArguments.value(each.substring(equals + 1));
            if (equals < 0 || values.length() == 0) {
                values.add(value);
            } else {
                String name = PythonNames.camel(each.substring(0, equals).strip());
                options.append(".%s(%s)".formatted(name, value));
            }
        }
        return values.toString() + options;
    }

    private static String model(MatchResult found) {
        return "In Java: `Model.of(%s, %s)`."
                .formatted(tensors(found.group(1)), tensors(found.group(2)));
    }

    private static String tensors(String python) {
        return python.startsWith("[")
                ? "List.of(" + python.substring(1, python.length() - 1) + ")"
                : python;
    }

    private static String list(MatchResult found) {
        String items = made(found.group(1));
        if (items.contains("[")) {
            return "An array of rows in Java: `new double[][] {%s}`."
                    .formatted(items.replace('[', '{').replace(']', '}'));
        }
        String list = "A list in Java: `List.of(%s)`".formatted(items);
        if (items.contains("(")) {
            return list + ".";
        }
        return list
                + "; an array: `new %s[] {%s}`."
                        .formatted(items.contains("\"") ? "String" : "double", items);
    }

    private static String tensor(MatchResult found) {
        String items = found.group(1).replace('[', '{').replace(']', '}');
        return "In Java: `Tensor.of(new double[]%s {%s})`."
                .formatted(items.contains("{") ? "[]" : "", items);
    }

    /// `int[] xs = [1, 2]`, `int[] xs = (1, 2)` or `int[] xs = 1, 2`.
    private static String array(MatchResult found) {
        String items =
                found.group(4) != null
                        ? found.group(4)
                        : found.group(5) != null ? found.group(5) : found.group(6);
        return "The values of an array stand in braces: `%s%s %s = {%s};`."
                .formatted(
                        found.group(1),
                        found.group(2),
                        found.group(3),
                        items.strip().replace('[', '{').replace(']', '}'));
    }

    /// `xs[1:3]`, `xs[:3]`, `xs[1:]`, `xs[:-1]`.
    private static String part(MatchResult found) {
        return "A part in Java: `%s` of a text, `%s` of a list, `%s` of an array."
                .formatted(
                        part(found, "%1$s.substring(%2$s, %3$s)", ".length()"),
                        part(found, "%1$s.subList(%2$s, %3$s)", ".size()"),
                        part(found, "Arrays.copyOfRange(%1$s, %2$s, %3$s)", ".length"));
    }

    private static String part(MatchResult found, String call, String length) {
        String end = found.group(1) + length;
        String from = found.group(2).isEmpty() ? "0" : found.group(2);
        String to = found.group(3).isEmpty() ? end : found.group(3);
        return call.formatted(found.group(1), place(from, end), place(to, end));
    }

    private static String place(String number, String end) {
        return number.startsWith("-") ? end + " - " + number.substring(1) : number;
    }

    /// Python's items in Java: texts in double quotes, objects with `new` and without a module.
    static String made(String items) {
        return items.strip()
                .replace('\'', '"')
                .replaceAll("(?<![\\w.])(?:[a-z]\\w*\\.)+(?=[A-Z]\\w*\\()", "")
                .replaceAll("(?<![\\w.])(?<!new )([A-Z]\\w*\\()", "new $1")
                .replace("new Input(", "Input.of(");
    }

    private static String word(String word) {
        return switch (word) {
            case "True" -> "true";
            case "False" -> "false";
            default -> "null";
        };
    }
}
