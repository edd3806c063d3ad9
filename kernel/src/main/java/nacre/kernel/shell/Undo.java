package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Takes back what a cell declared, and gives back what that replaced.
final class Undo {
    private final JShell jshell;
    private final Variables variables;
    private final List<Snippet> declared = new ArrayList<>();
    private final Map<String, Old> replaced = new LinkedHashMap<>();

    /// A declaration of an earlier cell, with the value it had if it is a variable.
    private record Old(Snippet snippet, @Nullable Object value) {}

    Undo(JShell jshell, Variables variables) {
        this.jshell = jshell;
        this.variables = variables;
    }

    /// Looks at the events of one snippet of the cell.
    void note(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() == null) {
                declared.add(snippet);
            } else if (event.status() == Status.OVERWRITTEN && !declares(snippet)) {
                Object value = snippet instanceof VarSnippet var ? variables.get(var) : null;
                replaced.putIfAbsent(key(snippet), new Old(snippet, value));
            }
        }
    }

    private boolean declares(Snippet snippet) {
        return declared.stream().anyMatch(each -> each == snippet);
    }

    /// Takes back everything.
    void all() {
        undo(declared);
    }

    /// Takes back some of it. What a later cell has declared anew stays: a cell that was given up
    /// may end after the next has begun.
    void undo(List<Snippet> snippets) {
        snippets.reversed().stream()
                .filter(each -> jshell.status(each).isActive())
                .forEach(jshell::drop);
        for (Snippet snippet : snippets) {
            Old old = replaced.remove(key(snippet)); // by a snippet that was rejected, perhaps
            if (old != null && !isDeclaredAnew(old.snippet())) {
                bringBack(old);
            }
        }
    }

    private boolean isDeclaredAnew(Snippet gone) {
        String key = key(gone);
        return jshell.snippets()
                .anyMatch(each -> jshell.status(each).isActive() && key(each).equals(key));
    }

    private void bringBack(Old old) {
        boolean plain = old.snippet() instanceof VarSnippet var && !var.source().contains("var ");
        String source =
                plain
                        ? ((VarSnippet) old.snippet()).typeName() + " " + name(old.snippet()) + ";"
                        : old.snippet().source();
        for (SnippetEvent event : jshell.eval(source)) {
            if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet var) {
                variables.set(var, old.value());
            }
        }
    }

    private static String name(Snippet snippet) {
        return ((VarSnippet) snippet).name();
    }

    /// What JShell regards as the same declaration.
    private static String key(Snippet snippet) {
        return switch (snippet) {
            case VarSnippet var -> "var " + var.name();
            case jdk.jshell.MethodSnippet method ->
                    "method " + method.name() + "(" + method.parameterTypes() + ")";
            case jdk.jshell.TypeDeclSnippet type -> "type " + type.name();
            default -> snippet.kind() + " " + snippet.source();
        };
    }
}
