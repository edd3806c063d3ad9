package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/// A word to those who wonder why something else happened: a program with a `main` is only declared
/// by its cell, a `;` behind `if (…)` ends it.
final class Tips {
    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(\\s*(String)?");

    private static final Pattern EMPTY =
            Pattern.compile(
                    "(?:\\b(if|for)|(?:^|[;{])\\s*(while))\\s*\\((?:[^()]++|\\([^()]*+\\))*+\\)\\s*;\\s*\\{");
    private static final Pattern SIGN =
            Pattern.compile("(?m)(?:^|[;{})])[ \\t]*+[\\w.\\[\\]]++\\s*+=([+-])\\s+\\w");
    private static final Pattern COMMENT =
            Pattern.compile("(?m)=[^;{}/\\n]*\\w\\s*//\\s*\\w+\\s*;\\s*$");

    private static final Pattern ITSELF = Pattern.compile("[;{}]\\s*([a-z]\\w*)\\s*=\\s*\\1\\s*;");
    private static final Pattern CLASS = Pattern.compile("\\bclass\\b");

    /// A number with another one as its comment, which nobody would write to explain it.
    private static final Pattern ALONE =
            Pattern.compile("(?:^|\\n)\\s*(\\d+)\\s*//\\s*(\\d+)\\s*;?\\s*$");

    private static final String DIVIDED =
            "`//` begins a comment; `/` divides whole numbers in Java.";

    private Tips() {}

    static Optional<String> forCell(List<Part> parts) {
        return ofMain(parts)
                .or(
                        () ->
                                parts.stream()
                                        .findFirst()
                                        .flatMap(part -> ofCode(part.piece().cell().code())));
    }

    /// What Java takes, but hardly as it was meant.
    private static Optional<String> ofCode(String code) {
        String mask = Source.mask(code);
        Matcher empty = EMPTY.matcher(mask);
        if (empty.find()) {
            String word = empty.group(1) == null ? empty.group(2) : empty.group(1);
            return Optional.of(
                    "The `;` behind `%s (…)` ends it: the block behind it is not part of it."
                            .formatted(word));
        }
        Matcher sign = SIGN.matcher(mask);
        if (sign.find()) {
            return Optional.of(
                    "`=%1$s` only sets a value; `%1$s=` counts with the old one."
                            .formatted(sign.group(1)));
        }
        Matcher itself = ITSELF.matcher(mask);
        if (itself.find() && CLASS.matcher(mask.substring(0, itself.start())).find()) {
            return Optional.of(
                    "`%1$s = %1$s` changes nothing: the field is `this.%1$s`."
                            .formatted(itself.group(1)));
        }
        Matcher alone = ALONE.matcher(code);
        if (alone.find() && !alone.group(1).equals(alone.group(2))) {
            return Optional.of(DIVIDED);
        }
        return COMMENT.matcher(code).results().anyMatch(each -> mask.charAt(each.start()) == '=')
                ? Optional.of(DIVIDED)
                : Optional.empty();
    }

    private static Optional<String> ofMain(List<Part> parts) {
        return parts.stream().anyMatch(Part::runs)
                ? Optional.empty()
                : parts.stream()
                        .filter(Part.Declared.class::isInstance)
                        .map(part -> ((Part.Declared) part).snippet())
                        .flatMap(snippet -> call(snippet).stream())
                        .findFirst()
                        .map(Tips::say);
    }

    private static Optional<String> call(Snippet snippet) {
        var main = MAIN.matcher(Source.mask(snippet.source()));
        if (!main.find()) {
            return Optional.empty();
        }
        String arguments = main.group(1) == null ? "" : "new String[0]";
        return switch (snippet) {
            case TypeDeclSnippet type when snippet.source().contains("static void main") ->
                    Optional.of(type.name() + ".main(" + arguments + ")");
            case TypeDeclSnippet type ->
                    Optional.of("new " + type.name() + "().main(" + arguments + ")");
            case MethodSnippet method when method.name().equals("main") ->
                    Optional.of("main(" + arguments + ")");
            default -> Optional.empty();
        };
    }

    private static String say(String call) {
        return "A cell declares its main without running it; to run it, call " + call + ";";
    }
}
