package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/// A word to those who wonder why nothing happened: a program with a `main` is only declared by its
/// cell.
final class Tips {
    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(\\s*(String)?");

    private Tips() {}

    static Optional<String> forCell(List<Part> parts) {
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
