package nacre.kernel.shell;

import static nacre.kernel.shell.Idiom.name;
import static nacre.kernel.shell.Idiom.of;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/// What learners bring along from JavaScript, C, C# and Kotlin; and the whole of what they bring
/// along.
final class OtherLanguages {
    private static final String OPERAND = "([\\w.]+(?:\\(\\))?|\"[^\"]*\")";

    private static final List<Idiom> IDIOMS =
            List.of(
                    of("===", "Java has `==`; texts are compared with `a.equals(b)`."),
                    of("!==", "Java has `!=`; texts are compared with `!a.equals(b)`."),
                    of("\\b(?:if|while)\\b.*=>.*", "Greater or equal is `>=` in Java."),
                    of(
                            "(\\b\\w+|\\([\\w\\s,]*\\))\\s*=>",
                            "A lambda in Java: `$1 -> …`; greater or equal is `>=`."),
                    of("=<(?!<)", "Less or equal is `<=` in Java."),
                    of("\\b[a-z]\\w*\\s*<>\\s*[\\w\"]", "Not equal is `!=` in Java."),
                    of(
                            "(?:=|\\breturn)\\s*if\\s*\\(([^()]*)\\)\\s*([^\\s;{}]+)\\s+else\\s+([^;{}]+?)\\s*;?\\s*$",
                            "In Java: `$1 ? $2 : $3`."),
                    of("&\\s+&|\\|\\s+\\|", "`&&` and `||` are written without a blank."),
                    of(
                            "([\\w.]+)\\s*([<>]=?|[=!]=)\\s*([\\w.]+)\\s*(&&|\\|\\|)\\s*([<>]=?|[=!]=)\\s*([\\w.]+)",
                            "Each side says what it compares: `$1 $2 $3 $4 $1 $5 $6`."),
                    of(
                            "^\\s*(?!default\\b)(?:const|let|va[lr]|auto)?\\s*(\\w+)\\s*:"
                                    + "\\s*(?i:(int|str|string|float|double|number|bool|boolean|long))\\b",
                            OtherLanguages::typed),
                    of(
                            "^\\s*([A-Z]\\w*)\\?\\s+(\\w+)\\s*(?:=(?!=).*|;|$)",
                            "Any object of Java can be `null`, without a `?`: `$1 $2 = null;`."),
                    of(
                            "(\\w+)\\s*\\?\\.\\s*([a-z]\\w*(?:\\(\\))?)",
                            "In Java: `$1 == null ? null : $1.$2`."),
                    of(
                            OPERAND + "\\s*(?:\\?:|\\?\\?)\\s*" + OPERAND,
                            "In Java: `$1 != null ? $1 : $2`."),
                    of("(?!return)(\\b\\w+)!!", "Java has no `!!`: write `$1` alone."),
                    of(
                            "^\\s*(?:#\\s*include|using\\s+\\w).*",
                            "Java imports classes, as in `import java.util.List;`."),
                    of(
                            "\\bstd::(?:cout|cin|endl|string|vector|map)\\b.*",
                            "Java has no `std::`: `System.out.println(…)` prints."),
                    of(
                            "\\b(?:System\\.)?Console\\.Write(?:Line)?\\b",
                            "In Java: `System.out.println(…)`."),
                    of(
                            "\\b(?:System\\.)?Console\\.ReadLine\\b",
                            "In Java: `new Scanner(System.in).nextLine()`."),
                    of(
                            "\\(\\s*System\\.out\\.(print(?:ln)?)\\s*\\)",
                            "As a function: `System.out::$1`."),
                    of("\\bSystem\\.(print(?:ln|f)?)\\b", "In Java: `System.out.$1(…)`."),
                    name("out\\.(print(?:ln|f)?)\\b", "In Java: `System.out.$1(…)`."),
                    of(
                            "\\bnew\\s+Scanner\\s*\\(\\s*\\)",
                            "What is typed is read by `new Scanner(System.in)`."),
                    of(
                            "\\bMath\\.random\\s*\\(\\s*(\\w+)\\s*\\)",
                            "A whole number below $1: `(int) (Math.random() * $1)`."),
                    of(
                            "(?<=\\.)collect\\s*\\(\\s*\\)",
                            "A list: `.toList()`; a set: `.collect(Collectors.toSet())`."),
                    of(
                            "^\\s*import\\s+(java\\.(?:util(?:\\.(?:concurrent|function|regex|stream))?|io|math|nio\\.file|text|time))\\s*;?\\s*$",
                            "All classes of a package: `import $1.*;`."),
                    of(
                            "\\b(?!System\\.out\\.print(?:ln|f)?\\b)(?i:system\\.out\\.print(?:ln|f)?)\\b",
                            "Capitals count in Java: `System.out.println(…)`."),
                    of(
                            "\\b(?:System\\.out\\.)?(print(?:ln)?)\\s+(\"[^\"]*\"|\\w+)",
                            "What is printed stands in parentheses: `System.out.println($2)`."),
                    name("console\\.log\\b", "In Java: `System.out.println(…)`."),
                    name("(?:cout|puts|echo)\\b", "In Java: `System.out.println(…)`."),
                    name("cin\\b", "In Java: `new Scanner(System.in).nextInt()`."),
                    name("println\\s*\\(", "In Java: `System.out.println(…)`."),
                    name("s?printf\\s*\\(", "In Java: `System.out.printf(…)`."),
                    name("(nil|undefined|NULL|nullptr)\\b", "`$1` is `null` in Java."),
                    name(
                            "vector\\s*<",
                            "A list that grows: `List<Integer> list = new ArrayList<>();`."));

    private OtherLanguages() {}

    /// What to write instead, if the line of the problem looks like another language there.
    static Optional<String> hint(Problem problem) {
        return Stream.of(BlockSpellings.IDIOMS, PythonSpellings.IDIOMS, IDIOMS, PythonNames.IDIOMS)
                .flatMap(idioms -> Idiom.first(idioms, problem).stream())
                .findFirst();
    }

    /// `let n: number`, with the type behind the name.
    private static String typed(MatchResult found) {
        String type =
                switch (found.group(2).toLowerCase(Locale.ROOT)) {
                    case "str", "string" -> "String";
                    case "bool", "boolean" -> "boolean";
                    case "float", "double", "number" -> "double";
                    case "long" -> "long";
                    default -> "int";
                };
        return "The type stands before the name: `%s %s = …;`.".formatted(type, found.group(1));
    }
}
