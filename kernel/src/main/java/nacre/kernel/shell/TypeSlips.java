package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What beginners ask of a value whose type cannot do it: `names[0]` of a list, `n.toString()` of
/// an int, `1 < n < 3`.
final class TypeSlips {
    private static final Pattern PLACE = Pattern.compile("^\\s*\\[([^\\[\\]]+)\\]");

    private static final Pattern REPEATED = Pattern.compile("(\"[^\"]*\"|\\w+)\\s*\\*\\s*(\\w+)");
    private static final Pattern TIMES = Pattern.compile("(\\w+)\\s*\\*\\s*(\"[^\"]*\"|\\w+)");
    private static final Pattern CHAIN =
            Pattern.compile("([\\w.]+)\\s*([<>]=?)\\s*([\\w.]+)\\s*([<>]=?)\\s*([\\w.]+)");
    private static final Pattern OWNER = Pattern.compile("([\\w.]+)\\s*\\.\\s*$");
    private static final Pattern HEAD =
            Pattern.compile(
                    "\\bfor\\s*\\(\\s*[\\w.]+(?:<[^()]*>)?\\s+(\\w+)\\s*:\\s*(\\w+|\"[^\"]*\")\\s*\\)");

    private static final Pattern ORDER = Pattern.compile("operator '([<>]=?)'");
    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:if|while)\\s*\\((?:[^()]|\\([^()]*\\))*$");
    private static final Pattern SET = Pattern.compile("->\\s*(\\w+)\\s*=\\s*(\\w+|\"[^\"]*\")");
    private static final Pattern TAKEN =
            Pattern.compile("\\w+\\s*\\.\\s*(?:get\\w*|remove\\w*|next|peek|poll|pop)\\s*\\(");
    private static final Pattern BRACES =
            Pattern.compile(
                    "\\b(int|long|double|float|boolean|char|String)\\s+(\\w+)\\s*=\\s*(\\{[^{}]*})");

    private TypeSlips() {}

    static Optional<String> hint(Problem problem) {
        String line = problem.spot().text();
        if (problem.is("array.req.but.found")) {
            return place(problem, line);
        }
        if (problem.is("operator.cant.be.applied")) {
            return operands(problem, line);
        }
        if (problem.is("cant.deref")) {
            return ofPrimitive(problem, line);
        }
        if (problem.is("illegal.initializer.for.type")) {
            return filled(BRACES, line, "An array of them: `$1[] $2 = $3;`.");
        }
        if (problem.is("unexpected.type")) {
            return CONDITION.matcher(line.substring(0, problem.spot().column())).find()
                    ? Optional.of("`==` compares, `=` sets a variable.")
                    : Optional.empty();
        }
        if (problem.is("prob.found.req")) {
            return unfit(problem, line);
        }
        if (problem.is("cant.apply.symbol") && problem.firstLine().startsWith("constructor ")) {
            return constructor(problem);
        }
        String owner = problem.is("cant.resolve") ? JavacWords.owner(problem) : "";
        if (owner.endsWith("[]")) {
            return ofArray(problem, owner.substring(0, owner.length() - 2), line);
        }
        if (owner.matches("[A-Z]") && isTypeParameter(owner, problem.cell().code())) {
            return Optional.of(
                    "`%1$s` can be anything, so it has what every object has; `<%1$s extends Comparable<%1$s>>` asks for more."
                            .formatted(owner));
        }
        return problem.is("foreach.not.applicable.to.type")
                ? loop(problem, line)
                : Optional.empty();
    }

    private static boolean isTypeParameter(String name, String code) {
        return Pattern.compile("<[^<>]*\\b" + name + "\\b").matcher(code).find();
    }

    /// A value that does not fit, for a reason that its line shows.
    private static Optional<String> unfit(Problem problem, String line) {
        String before = line.substring(0, problem.spot().column());
        String words = problem.message();
        if (words.contains("String cannot be converted to int")
                && before.matches(".*\\.get\\(\\s*")) {
            return Optional.of(
                    "`get` takes a place, counted from 0; the place of a value is `.indexOf(…)`.");
        }
        if (words.contains("bad return type in lambda") && words.contains("converted to boolean")) {
            return filled(SET, line, "`==` compares: `$1 == $2`.");
        }
        return words.contains(": Object cannot be converted to")
                        && TAKEN.matcher(line.substring(problem.spot().column())).lookingAt()
                ? Optional.of(
                        "What it holds is said where it is made, as in `new ArrayList<Integer>()`.")
                : Optional.empty();
    }

    /// `void Dog(String name)`, which is a method.
    private static Optional<String> constructor(Problem problem) {
        String type = problem.firstLine().replaceFirst("constructor (\\w+).*", "$1");
        return Pattern.compile("\\bvoid\\s+" + Pattern.quote(type) + "\\s*\\(")
                        .matcher(Source.mask(problem.cell().code()))
                        .find()
                ? Optional.of("A constructor has no type before it: leave out the `void`.")
                : Optional.empty();
    }

    /// What lists have and arrays do not: `xs.add(3)`, `xs.sort()`.
    private static Optional<String> ofArray(Problem problem, String item, String line) {
        Matcher array = OWNER.matcher(line.substring(0, problem.spot().column()));
        if (!array.find()
                || item.endsWith("]")) { // rows of rows: what fits those is another matter
            return Optional.empty();
        }
        String xs = array.group(1);
        String stream =
                switch (item) {
                    case "int" -> "IntStream";
                    case "long" -> "LongStream";
                    case "double" -> "DoubleStream";
                    default -> "";
                };
        return switch (problem.word()) {
            case "add", "append", "push", "remove", "pop", "extend", "insert" ->
                    Optional.of(
                            "An array keeps its length; a list grows: `new ArrayList<Integer>()`.");
            case "sort" -> Optional.of("In Java: `Arrays.sort(" + xs + ")`.");
            case "fill" -> Optional.of("In Java: `Arrays.fill(" + xs + ", 0)`.");
            case "stream", "map", "filter" -> Optional.of("In Java: `Arrays.stream(" + xs + ")`.");
            case "equals" -> Optional.of("In Java: `Arrays.equals(" + xs + ", other)`.");
            case "forEach", "each" -> Optional.of("In Java: `for (var x : " + xs + ") { … }`.");
            case "contains" ->
                    Optional.of(
                            stream.isEmpty()
                                    ? "In Java: `List.of(" + xs + ").contains(…)`."
                                    : "In Java: `%s.of(%s).anyMatch(x -> x == 3)`."
                                            .formatted(stream, xs));
            case "sum", "max", "min", "average" ->
                    Optional.of("In Java: `%s.of(%s).%s()`.".formatted(stream, xs, problem.word()))
                            .filter(_ -> !stream.isEmpty());
            default -> Optional.empty();
        };
    }

    private static Optional<String> operands(Problem problem, String line) {
        String first = problem.after("first type:");
        String second = problem.after("second type:");
        if (first.equals("boolean") && problem.message().matches("(?s).*operator '[<>]=?'.*")) {
            return filled(CHAIN, line, "In Java two comparisons: `$1 $2 $3 && $3 $4 $5`.");
        }
        Matcher order = ORDER.matcher(problem.message());
        if (order.find() && first.equals("String") && second.equals("String")) {
            return Optional.of(
                    "Texts are put in order with `a.compareTo(b) " + order.group(1) + " 0`.");
        }
        if (!problem.message().contains("operator '*'")) {
            return Optional.empty();
        }
        return first.equals("String")
                ? filled(REPEATED, line, "A text again and again: `$1.repeat($2)`.")
                : second.equals("String")
                        ? filled(TIMES, line, "A text again and again: `$2.repeat($1)`.")
                        : Optional.empty();
    }

    /// `n.toString()` of an int.
    private static Optional<String> ofPrimitive(Problem problem, String line) {
        Matcher owner = OWNER.matcher(line.substring(0, problem.spot().column()));
        if (!owner.find()) {
            return Optional.empty();
        }
        String text = "String.valueOf(" + owner.group(1) + ")";
        return switch (problem.word()) {
            case "equals" -> Optional.of("Simple values are compared with `==`.");
            case "compareTo" -> Optional.of("Numbers are compared with `<`, `==` and `>`.");
            case "toString" -> Optional.of("Its text: `" + text + "`.");
            case "length" -> Optional.of("How many characters it has: `" + text + ".length()`.");
            default -> Optional.empty();
        };
    }

    /// A loop over a text or up to a number.
    private static Optional<String> loop(Problem problem, String line) {
        String found = problem.message().replaceFirst("(?s).*found: +(\\S+).*", "$1");
        Matcher head = HEAD.matcher(line);
        if (!head.find()) {
            return Optional.empty();
        }
        return switch (found) {
            case "String" ->
                    Optional.of(
                            Phrase.fill(
                                    "Its characters: `for (char $1 : $2.toCharArray()) { … }`.",
                                    head));
            case "int" ->
                    Optional.of(
                            Phrase.fill(
                                    "A loop that counts: `for (int $1 = 0; $1 < $2; $1++) { … }`.",
                                    head));
            default ->
                    found.matches("\\w*Map(?:<.*)?")
                            ? Optional.of(
                                    Phrase.fill(
                                            "Its entries: `for (var $1 : $2.entrySet()) { … }`; its keys: `$2.keySet()`.",
                                            head))
                            : Optional.empty();
        };
    }

    /// `names[0]` of a list or a text.
    private static Optional<String> place(Problem problem, String line) {
        String type = problem.message().replaceFirst(".* but (.+) found", "$1");
        String method =
                type.matches("(?:String|CharSequence)")
                        ? "charAt"
                        : type.equals("Shape") ? "dim" : hasGet(type) ? "get" : "";
        Matcher found = PLACE.matcher(line.substring(problem.spot().column()));
        String place = found.find() ? found.group(1).strip() : "0";
        String bare = type.replaceFirst("<.*", "");
        if (method.isEmpty()) {
            return Optional.empty();
        }
        if (place.equals("-1") && bare.matches("\\w*List")) {
            return Optional.of("The last of " + JavacWords.article(bare) + ": `.getLast()`.");
        }
        if (bare.equals("Tensor")) {
            return Optional.of(
                    ofTensor(place, isAssigned(line.substring(problem.spot().column()))));
        }
        if (type.startsWith("Map<String,") && !place.startsWith("\"")) {
            place = "\"name\"";
        }
        if (method.equals("get") && isAssigned(line.substring(problem.spot().column()))) {
            String change = bare.endsWith("Map") ? "put" : "set";
            return Optional.of(
                    "Of %s: `.%s(%s, …)`.".formatted(JavacWords.article(bare), change, place));
        }
        return Optional.of("Of %s: `.%s(%s)`.".formatted(JavacWords.article(bare), method, place));
    }

    private static String ofTensor(String place, boolean isAssigned) {
        return isAssigned
                ? "A tensor never changes: make another one, as with `Tensor.of(…)`."
                : "Of a Tensor: a number is `.get(%1$s)`, a row `.at(0, %1$s)`.".formatted(place);
    }

    private static boolean isAssigned(String brackets) {
        return brackets.matches("\\s*\\[[^\\[\\]]+]\\s*=[^=].*");
    }

    /// Whether one asks with `get` for what is at a place.
    private static boolean hasGet(String type) {
        return type.matches("Tensor|\\w*(?:List|Map)(?:<.*)?");
    }

    private static Optional<String> filled(Pattern pattern, String line, String sentence) {
        return pattern.matcher(line)
                .results()
                .findFirst()
                .map(found -> Phrase.fill(sentence, found));
    }
}
