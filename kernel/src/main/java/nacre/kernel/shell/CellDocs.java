package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// Finds what a learner has written above a class, a method or a variable in a cell.
final class CellDocs {
    private static final Pattern NAME =
            Pattern.compile("(?:(\\w+)(?:<[^.]*>|\\([^()]*\\))?\\.)?(\\w+)\\s*(?:\\(.*)?$");

    private final JShell jshell;

    CellDocs(JShell jshell) {
        this.jshell = jshell;
    }

    /// The comment for something as JShell writes it: `void Dog.bark()`, `Dog`, `int inc(int n)`.
    Optional<String> of(String signature) {
        Matcher name = NAME.matcher(signature.replaceFirst(":.*", ""));
        if (!name.find()) {
            return Optional.empty();
        }
        String owner = name.group(1);
        String last = name.group(2);
        String type = owner == null ? last : owner;
        return jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive())
                .filter(snippet -> isNamed(snippet, type))
                .findFirst()
                .flatMap(
                        snippet ->
                                owner == null && snippet instanceof TypeDeclSnippet
                                        ? SourceDocs.comment(
                                                snippet.source(), SourceDocs.type(last))
                                        : member(snippet.source(), last));
    }

    /// Whether a cell has declared it, or what it belongs to.
    boolean knows(String signature) {
        Matcher name = NAME.matcher(signature.replaceFirst(":.*", ""));
        if (!name.find()) {
            return false;
        }
        String type = name.group(1) == null ? name.group(2) : name.group(1);
        return jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive())
                .anyMatch(snippet -> isNamed(snippet, type));
    }

    private static Optional<String> member(String source, String name) {
        return SourceDocs.comment(source, SourceDocs.member(name))
                .or(() -> SourceDocs.comment(source, SourceDocs.field(name)));
    }

    private static boolean isNamed(Snippet snippet, String name) {
        return switch (snippet) {
            case TypeDeclSnippet type -> type.name().equals(name);
            case MethodSnippet method -> method.name().equals(name);
            case VarSnippet variable -> variable.name().equals(name);
            default -> false;
        };
    }
}
