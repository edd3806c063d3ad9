package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// What beginners of Java write, and what they mean by it.
final class Slips {
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w.])\\w[\\w<>,]*(?:\\[\\])*\\s+([a-z]+)\\s*(?:=(?!=)|;)");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*(const|let|val|auto)\\s+(\\w+)\\s*=");
    private static final Pattern OPTION =
            Pattern.compile("new\\s+(\\w+)\\s*\\(([^()\"]*?),\\s*(\"[^\"]*\")\\s*\\)");
    private static final Pattern PLACE = Pattern.compile("^\\s*\\[([^\\[\\]]+)\\]");

    private static final Pattern ORDER =
            Pattern.compile(
                    "\\b(void|\\w+)\\s+((?:public|private|static|final)\\s+)+(\\w+)\\s*\\(");
    private static final Pattern SIZED = Pattern.compile("^\\s*(\\w+)\\[(\\w+)]\\s+(\\w+)");
    private static final Pattern DASH = Pattern.compile("^\\s*\\w+\\s+(\\w+)-(\\w+)\\s*=");

    /// What stands in braces, by the type of its elements.
    private static final Map<String, Pattern> ELEMENTS =
            Map.of(
                    "int", elements("-?\\d+"),
                    "double", elements("-?\\d+\\.\\d+"),
                    "String", elements("\"[^\"]*\""));

    private static final Pattern REPEATED = Pattern.compile("(\"[^\"]*\"|\\w+)\\s*\\*\\s*(\\w+)");

    private Slips() {}

    /// Braces with such elements, up to the end of the line.
    private static Pattern elements(String element) {
        return Pattern.compile(
                "^\\{\\s*(%1$s(?:\\s*,\\s*%1$s)*)\\s*}\\s*;?\\s*$".formatted(element));
    }

    /// What to write instead, if the problem looks like one of these slips.
    static Optional<String> hint(Problem problem) {
        String line = problem.spot().text();
        if (problem.is("array.req.but.found")) {
            return place(problem, line);
        }
        if (problem.is("cant.apply.symbol")) {
            return option(problem, line);
        }
        if (problem.is("ref.ambiguous")) {
            return Optional.of(
                    problem.message().contains("(")
                            ? "A type before the argument decides, as in `(String) x`."
                            : "An import of the one that is meant decides.");
        }
        if (problem.is("illegal.start.of.expr") && line.startsWith("{", problem.spot().column())) {
            return values(line.substring(problem.spot().column()));
        }
        if (problem.is("not.stmt")) {
            return Optional.of("Give it a name, return it or print it: `var x = …;`.");
        }
        if (problem.isPreview()) {
            return Optional.of(
                    "Previews are asked for when the kernel is installed:"
                            + " `./nacre install --java-option=--enable-preview`.");
        }
        if (problem.message().contains("String cannot be converted to char")) {
            return Optional.of("One character stands in single quotes: `'a'`.");
        }
        if (problem.message().contains("from double to float")) {
            return Optional.of("A float is written with an `f`, as in `3.5f`.");
        }
        if (problem.is("operator.cant.be.applied")
                && problem.after("first type:").equals("String")) {
            return filled(REPEATED, line, "A text again and again: `$1.repeat($2)`.");
        }
        return declaration(line)
                .or(() -> keyword(line))
                .or(() -> problem.isSyntax() ? misplaced(line) : Optional.empty());
    }

    private static Optional<String> declaration(String line) {
        Matcher declared = DECLARED.matcher(line);
        return declared.find()
                ? Optional.of(
                        "In Java: `%s %s = …;`."
                                .formatted(
                                        declared.group(1).equals("const") ? "final var" : "var",
                                        declared.group(2)))
                : Optional.empty();
    }

    /// Something that has its right place, elsewhere in the line.
    private static Optional<String> misplaced(String line) {
        return filled(SIZED, line, "The size stands at the right: `$1[] $3 = new $1[$2];`.")
                .or(
                        () ->
                                filled(
                                        DASH,
                                        line,
                                        "A `-` subtracts; a name has letters and digits: `$1_$2`."))
                .or(
                        () ->
                                filled(
                                        ORDER,
                                        line,
                                        "The type stands right before the name: `static $1 $3(…)`."));
    }

    private static Optional<String> filled(Pattern pattern, String line, String sentence) {
        return pattern.matcher(line)
                .results()
                .findFirst()
                .map(found -> Phrase.fill(sentence, found));
    }

    private static Optional<String> keyword(String line) {
        return NAMED.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(SourceVersion::isKeyword)
                .findFirst()
                .map(word -> "`" + word + "` is a word of Java itself; choose another name.");
    }

    /// `xs = {1, 2}`, which is possible only where `xs` is declared.
    private static Optional<String> values(String braces) {
        return ELEMENTS.entrySet().stream()
                .map(each -> filled(each.getValue(), braces, "`new " + each.getKey() + "[] {$1}`"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(
                        array ->
                                "Braces alone make an array where it is declared; here: "
                                        + array
                                        + ".");
    }

    /// `names[0]` of a list or a text.
    private static Optional<String> place(Problem problem, String line) {
        String type = problem.message().replaceFirst(".* but (.+) found", "$1");
        String method =
                type.matches("(?:String|CharSequence)") ? "charAt" : hasGet(type) ? "get" : "";
        Matcher place = PLACE.matcher(line.substring(problem.spot().column()));
        return method.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Of a %s: `.%s(%s)`."
                                .formatted(
                                        type.replaceFirst("<.*", ""),
                                        method,
                                        place.find() ? place.group(1) : "0"));
    }

    /// Whether one asks with `get` for what is at a place.
    private static boolean hasGet(String type) {
        return type.matches("Tensor|\\w*(?:List|Map)(?:<.*)?");
    }

    /// `new Dense(10, "relu")`, as Keras allows it.
    private static Optional<String> option(Problem problem, String line) {
        Matcher option = OPTION.matcher(line);
        return option.find() && !problem.after("required:").contains("String")
                ? Optional.of(
                        "An option is a call behind the parentheses, as in `new %s(%s).activation(%s)`."
                                .formatted(option.group(1), option.group(2), option.group(3)))
                : Optional.empty();
    }
}
