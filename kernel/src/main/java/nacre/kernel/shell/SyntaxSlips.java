package nacre.kernel.shell;

import static nacre.kernel.shell.Idiom.of;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import javax.lang.model.SourceVersion;

/// What beginners write that is no Java, by its looks: something is left out, too much, or
/// elsewhere.
final class SyntaxSlips {
    private static final String SIMPLE = "(int|double|float|long|boolean|char|byte|short|String)";
    private static final String TYPE = "(?:" + SIMPLE + "|[A-Z]\\w*(?:<[\\w<>, ]*>)?)(?:\\[])*";

    private static final List<Idiom> SLIPS =
            List.of(
                    of(
                            "\\b(?!(?:public|private|protected|static|final)\\b)(\\w+)\\s+((?:public|private|static|final)\\s+)+(\\w+)\\s*\\(",
                            "The type stands right before the name: `static $1 $3(…)`."),
                    of(
                            "(?:^|[{};])\\s*(?:(?:public|private|protected|static|final)\\s+)*"
                                    + "(?!(?:if|for|while|switch|catch|try|synchronized)\\b)([a-z]\\w*)\\s*\\(\\s*(?:"
                                    + TYPE
                                    + "\\s+\\w+[^()]*)?\\)\\s*\\{",
                            "A method says first what it gives back, or `void`: `int $1(…) { … }`."),
                    of(
                            "\\b(?:void|record|"
                                    + SIMPLE
                                    + ")\\s+(\\w+)\\s*\\(\\s*([a-z]\\w*)\\s*(?:,\\s*[a-z]\\w*\\s*)*\\)\\s*\\{",
                            "Each parameter has a type: `$2(int $3)`."),
                    of(
                            "(?<![(,]\\s{0,9})\\b(void|int|double|float|long|boolean|char|String)\\s+(\\w+)\\s*\\{",
                            "A method has parentheses behind its name: `$1 $2() { … }`."),
                    of(
                            "\\b(?!new\\b)[\\w<>\\[\\]]+\\s+\\w+\\s*\\((?:[^()]*,)?\\s*"
                                    + TYPE
                                    + "\\s+\\w+\\s*,\\s*([a-z]\\w*)\\s*[,)]",
                            "Each parameter has a type, as in `int $2`."),
                    of(
                            "->\\s*return\\b",
                            "Behind `->` a value stands without `return`; in braces with it: `x -> { return …; }`."),
                    of(
                            "(?<!\\bcase\\s{1,9})\\b" + SIMPLE + "\\s+(\\w+)\\s*->",
                            "A parameter with a type stands in parentheses: `($1 $2) -> …`."),
                    of(
                            "\\b(record|enum)\\s+\\w+\\s*(?:\\([^()]*\\))?\\s+extends\\b",
                            "An enum or a record extends nothing; it can `implement` interfaces."),
                    of(
                            "\\bclass\\s+(\\w+)\\s*\\(",
                            "A class has no parentheses: `class $1 { }`; a record has:"
                                    + " `record $1(int n) { }`."),
                    of(
                            "\\brecord\\s+(\\w+)\\s*\\{",
                            "What a record holds stands in parentheses: `record $1(int n) { }`."),
                    of(
                            "(?:^|[;{])\\s*" + SIMPLE + "\\s*=(?!=)",
                            "A name is missing behind the type: `$1 x = …;`."),
                    of(
                            "(?:^|[;{(])\\s*(var|"
                                    + SIMPLE
                                    + ")\\s+([a-z]\\w*)\\s+([a-z]\\w*)\\s*(?:=(?!=)|;)",
                            SyntaxSlips::oneWord),
                    of(
                            "\\b" + SIMPLE + "\\s+(\\d+)([A-Za-z_]\\w*)\\s*[=;]",
                            "A name begins with a letter: `$1 $3$2 = …;`."),
                    of(
                            "\\bfor\\s*\\(\\s*(?:[A-Z]\\w*|int|var)\\s+\\w+\\s*,\\s*(?:\\w+\\s+)?\\w+\\s*:\\s*(\\w+)",
                            "A map goes by its entries: `for (var e : $1.entrySet()) { … }`, with `e.getKey()` and `e.getValue()`."),
                    of(
                            "\\bfor\\s*\\(([^();]*),([^();]*),([^();]*)\\)",
                            "Between the three parts stand semicolons: `for ($1; $2; $3) { … }`."),
                    of(
                            "(?<![\\w.])(\\d+)\\.([a-z]\\w*)\\s*\\(",
                            "A number has no methods: `String.valueOf($1)` makes a text of it."),
                    of(
                            "=\\s*([A-Z]\\w*)\\s*(<[^<>=]*>)\\s*\\(",
                            "`new` makes an object: `new $1$2()`."),
                    of(
                            "\\bnew\\s+(int|double|float|long|boolean|char|byte|short)\\s*\\((\\s*\\w+\\s*)\\)",
                            "The size of an array stands in brackets: `new $1[$2]`."),
                    of(
                            "\\bnew\\s+([A-Z]\\w*(?:<[\\w<>, ]*>)?)\\s*(?:;|$)",
                            "Behind the class stand parentheses: `new $1()`."),
                    of(
                            "\"[^\"]*\"\\w+\"",
                            "A quote inside of a text has a backslash: `\"He said \\\"hi\\\"\"`."),
                    of(
                            // texts are blanks in the mask, what stands between two of them is not
                            "\"\\s*\"(?:\\s*\\+\\s*[\\w.()]+)?\\s+\"|\\bprint(?:ln)?\\s*\\(.*\"\\s*\"\\s+\\w",
                            "Texts and values are joined with `+`: `\"a\" + b`."),
                    of(
                            "\\b(double|float)\\s+(\\w+)\\s*=\\s*(\\d+),(\\d+)\\b",
                            "A decimal number has a point: `$1 $2 = $3.$4;`."),
                    of(
                            "\\b\\d{1,3}(?:(?:\\.\\d{3}){2,}|(?: \\d{3})+)\\b",
                            found ->
                                    "The digits of a number stand together: `"
                                            + found.group().replaceAll("[. ]", "_")
                                            + "`."),
                    of(
                            "\\b" + SIMPLE + "\\s+(\\w+)\\[(\\w+)]\\s*(?:;|$)",
                            "The size stands at the right: `$1[] $2 = new $1[$3];`."),
                    of(
                            "\\benum\\s+(\\w+)\\s*\\{\\s*([A-Z]\\w*)\\s+([A-Z]\\w*)\\b",
                            "Commas stand between the constants: `enum $1 { $2, $3 }`."),
                    of(
                            "\\bcatch\\s*\\{",
                            "`catch` says what it catches: `catch (Exception e) { … }`."),
                    of(
                            "^\\s*const\\s+" + SIMPLE + "\\s+(\\w+)\\s*=(?!=)",
                            "In Java: `final $1 $2 = …;`."),
                    of("^\\s*final\\s+([a-z]\\w*)\\s*=(?!=)", "In Java: `final var $1 = …;`."),
                    of("^\\s*([a-z]\\w*)\\s*:=", "In Java: `var $1 = …;`."),
                    of(
                            "^\\s*(\\w+)\\[(\\w+)]\\s+(\\w+)",
                            "The size stands at the right: `$1[] $3 = new $1[$2];`."),
                    of(
                            "^\\s*\\w+\\s+(\\w+)-(\\w+)\\s*=",
                            "A `-` subtracts; a name has letters and digits: `$1_$2`."));

    private SyntaxSlips() {}

    static Optional<String> hint(Problem problem) {
        if (problem.is("expected") && problem.message().equals("'(' expected")) {
            Optional<String> condition = condition(problem);
            if (condition.isPresent()) {
                return condition;
            }
        }
        return Idiom.first(SLIPS, problem)
                .filter(hint -> !hint.isEmpty())
                .or(() -> inClass(problem))
                .or(() -> inMethod(problem))
                .or(() -> ofLoop(problem));
    }

    /// `if x > 3`, without parentheses.
    private static Optional<String> condition(Problem problem) {
        String before = before(problem).stripTrailing();
        return List.of("if", "while", "switch").stream()
                .filter(word -> before.matches("(?:.*\\W)?" + word))
                .findFirst()
                .map(word -> "Parentheses stand behind `" + word + "`: `" + word + " (…) { … }`.");
    }

    /// A statement where a class has its fields and methods.
    private static Optional<String> inClass(Problem problem) {
        boolean inClass =
                problem.message().equals("<identifier> expected")
                        && Source.mask(problem.cell().code().substring(0, problem.position()))
                                .matches(
                                        "(?s).*\\b(?:class|record|interface|enum)\\b.*[{;}]\\s*[A-Za-z][\\w.]*\\s*\\(?");
        return inClass
                ? Optional.of(
                        "In a class stand fields, as `int n = 3;`, and methods; other lines stand in a method.")
                : Optional.empty();
    }

    private static Optional<String> inMethod(Problem problem) {
        return problem.is("illegal.start.of.expr") && problem.word().equals("void")
                ? Optional.of(
                        "A method cannot stand inside of another one; or a `}` is missing above.")
                : Optional.empty();
    }

    private static Optional<String> ofLoop(Problem problem) {
        boolean inHead =
                problem.message().equals("';' expected")
                        && before(problem).matches(".*\\bfor\\s*\\([^()]*(?:\\([^()]*\\)[^()]*)*");
        return inHead
                ? Optional.of("A loop that counts: `for (int i = 0; i < 10; i++) { … }`.")
                : Optional.empty();
    }

    /// The line up to the problem.
    private static String before(Problem problem) {
        return problem.spot().text().substring(0, problem.spot().column());
    }

    /// `int my number`; nothing if one of the words is Java's.
    private static String oneWord(MatchResult found) {
        String first = found.group(3);
        String second = found.group(4);
        if (SourceVersion.isKeyword(first) || SourceVersion.isKeyword(second)) {
            return "";
        }
        return "A name is one word: `%s%s%s`."
                .formatted(
                        first,
                        second.substring(0, 1).toUpperCase(Locale.ROOT),
                        second.substring(1));
    }
}
