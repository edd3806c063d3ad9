package nacre.kernel.shell;

import static nacre.kernel.shell.Idiom.name;
import static nacre.kernel.shell.Idiom.of;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The loops, branches and methods of other languages: `for x in xs:`, `if x > 3 then`, `foreach`,
/// `def f(x):`.
final class BlockSpellings {
    private static final String VALUE = "([^():;=][^():;=]*?(?:\\(\\))?)";
    private static final Set<String> NO_TYPE = Set.of("var", "let", "const", "val", "auto");

    static final List<Idiom> IDIOMS =
            List.of(
                    of(
                            "^\\s*(?:async\\s+)?(?:def|function|fun|func|fn)\\s+(\\w+)\\s*\\(.*",
                            "A method in Java: `int $1(int x) { return x + 1; }`."),
                    of(
                            "^\\s*class\\s+(\\w+)\\s*\\(\\s*(?:\\w+\\.)*(\\w+)\\s*\\)\\s*:",
                            "In Java: `class $1 extends $2 { … }`."),
                    of("^\\s*class\\s+(\\w+)\\s*(?:\\(.*\\))?\\s*:", "In Java: `class $1 { … }`."),
                    of(
                            "^\\s*for\\s+(\\w+)\\s*,\\s*(\\w+)\\s+in\\s+enumerate\\s*\\(\\s*([\\w.]+)\\s*\\)",
                            "In Java: `for (int $1 = 0; $1 < $3.size(); $1++) { var $2 = $3.get($1); }`."),
                    of(
                            "^\\s*for\\s+(\\w+)\\s+in\\s+range\\s*\\(([^()]*)\\)",
                            BlockSpellings::count),
                    of(
                            "^\\s*for\\s+(\\w+)\\s+in\\s+(.+?)\\s*[:{]",
                            "In Java: `for (var $1 : $2) { … }`."),
                    of(
                            "\\bfor\\s*\\(\\s*(?:va[rl]\\s+)?(\\w+)\\s+in\\s+(\\w+)\\s*\\.\\.\\s*(\\w+)",
                            "In Java: `for (int $1 = $2; $1 <= $3; $1++) { … }`."),
                    of(
                            "\\bforeach\\s*\\(\\s*\\$?(\\w+)\\s+as\\s+\\$?(\\w+)",
                            "In Java: `for (var $2 : $1) { … }`."),
                    of(
                            "\\bfor(?:each)?\\s*\\(\\s*(?:([\\w<>]+)\\s+)?(\\w+)\\s+(?:in|of)\\s+"
                                    + VALUE
                                    + "\\s*\\)",
                            BlockSpellings::each),
                    of(
                            "\\bforeach\\s*\\(\\s*(?:([\\w<>]+)\\s+)?(\\w+)\\s*:\\s*"
                                    + VALUE
                                    + "\\s*\\)",
                            BlockSpellings::each),
                    of(
                            "\\bfor\\s*\\(()\\s*(\\w+)\\s*:\\s*" + VALUE + "\\s*\\)",
                            BlockSpellings::each),
                    name("foreach\\s*\\(", "In Java: `for (var each : list) { … }`."),
                    of(
                            "^\\s*for\\s+([^(;{}]+;[^;{}]*;[^{}]*?)\\s*\\{",
                            "In Java: `for ($1) { … }`."),
                    of(
                            "\\b(?:elif|elseif|elsif)\\b[^{]*",
                            "`else if` is two words in Java, with parentheses and braces:"
                                    + " `else if (…) { … }`."),
                    of("^\\s*(if)\\b(.+?)\\bthen\\b(?!\\s*[=.;(\\[+-]).*", BlockSpellings::branch),
                    of("^\\s*(if|while)\\b([^{]*):\\s*$", BlockSpellings::branch),
                    of("^\\s*(if|while)\\s+([^({:?\\s][^{:?]*?)\\s*:", BlockSpellings::branch),
                    of(
                            "(?:^|\\belse)\\s*(if|while)\\s+([^({\\s][^{]*?)\\s*\\{",
                            BlockSpellings::branch),
                    of("^\\s*else\\s*:", "In Java: `else { … }`."),
                    of(
                            "^\\s*(?:try|except|finally)\\b[^{]*:",
                            "In Java: `try { … } catch (Exception e) { … }`."),
                    of(
                            "^\\s*with\\b.*\\bas\\s+(\\w+)\\s*:.*",
                            "In Java: `try (var $1 = …) { … }`; `Files.readString(Path.of(\"name\"))`"
                                    + " reads a whole file."));

    private BlockSpellings() {}

    private static String each(MatchResult found) {
        String type = found.group(1);
        boolean none = type == null || type.isEmpty() || NO_TYPE.contains(type);
        return "In Java: `for (%s %s : %s) { … }`."
                .formatted(none ? "var" : type, found.group(2), found.group(3));
    }

    /// `range(n)`, `range(from, to)`, `range(from, to, step)`.
    private static String count(MatchResult found) {
        String name = found.group(1);
        String[] bounds = found.group(2).strip().split("\\s*,\\s*", -1);
        boolean backwards = bounds.length == 3 && bounds[2].startsWith("-");
        return "In Java: `for (int %s = %s; %s %s %s; %s) { … }`."
                .formatted(
                        name,
                        bounds.length == 1 ? "0" : bounds[0],
                        name,
                        backwards ? ">" : "<",
                        bounds[Math.min(1, bounds.length - 1)],
                        bounds.length < 3 ? name + "++" : name + " += " + bounds[2]);
    }

    private static String branch(MatchResult found) {
        return "In Java: `" + found.group(1) + " (" + condition(found.group(2)) + ") { … }`.";
    }

    private static String condition(String words) {
        String inJava =
                words.strip()
                        .replaceAll("\\bTrue\\b", "true")
                        .replaceAll("\\bFalse\\b", "false")
                        .replaceAll("\\bis\\s+not\\s+(?:None|null)\\b", "!= null")
                        .replaceAll("\\bis\\s+(?:None|null)\\b", "== null")
                        .replaceAll(
                                "([\\w.]+|\"[^\"]*\")\\s+not\\s+in\\s+([\\w.]+)",
                                "!$2.contains($1)")
                        .replaceAll("([\\w.]+|\"[^\"]*\")\\s+in\\s+([\\w.]+)", "$2.contains($1)")
                        .replaceAll("\\bnot\\s+", "!")
                        .replaceAll("\\band\\b", "&&")
                        .replaceAll("\\bor\\b", "||");
        return Pattern.compile("^\\(([^()]*)\\)$").matcher(inJava).replaceAll("$1");
    }
}
