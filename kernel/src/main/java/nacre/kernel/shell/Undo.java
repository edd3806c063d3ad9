package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Takes back what a cell declared, and gives back what that replaced, in the class that it had.
final class Undo {
    private final JShell jshell;
    private final Variables variables;
    private final List<Snippet> declared = new ArrayList<>();
    private final Map<Snippet, SnippetEvent> replaced = new IdentityHashMap<>();
    private Optional<Snapshot> before = Optional.empty();
    private Map<VarSnippet, Variables.Home> homes = Map.of();

    Undo(JShell jshell, Variables variables) {
        this.jshell = jshell;
        this.variables = variables;
    }

    /// Remembers what there is; to be called before each declaration, of which the first counts.
    void remember() {
        if (before.isEmpty()) {
            before = Snapshot.of(jshell);
            homes = variables.homes();
        }
    }

    /// Whether there was something in a variable before the cell.
    boolean hadValue(VarSnippet variable) {
        return Optional.ofNullable(homes.get(variable)).map(Variables::get).isPresent();
    }

    /// Looks at the events of one snippet of the cell.
    void note(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() == null) {
                declared.add(snippet);
            } else if (event.status() == Status.OVERWRITTEN) {
                replaced.put(event.causeSnippet(), event);
            }
        }
    }

    /// Makes all as it was before the cell, of which nothing has run.
    void all() {
        if (before.isPresent()) {
            before.get().restore();
            variables.putBack(homes);
        } else {
            declared.stream()
                    .filter(each -> jshell.status(each).isActive())
                    .toList()
                    .forEach(jshell::drop);
        }
    }

    /// Takes back some of it. What a later cell has declared anew stays: a cell that was given up
    /// may end after the next has begun.
    ///
    /// @param kept what the cell has declared and run
    void undo(List<Snippet> snippets, List<Snippet> kept) {
        if (snippets.isEmpty()) {
            return;
        }
        Map<String, Snippet> first = new LinkedHashMap<>(); // a cell may declare a name twice
        snippets.forEach(each -> first.putIfAbsent(key(each), each));
        first.forEach(
                (key, snippet) ->
                        declared.stream()
                                .filter(each -> key(each).equals(key))
                                .filter(each -> jshell.status(each).isActive())
                                .toList()
                                .forEach(last -> undo(last, before(snippet, kept))));
        jshell.variables()
                .filter(each -> jshell.status(each) != Status.VALID)
                .toList()
                .forEach(variables::declareBare);
    }

    /// What a snippet has replaced that is not of the cell, or has run: a cell may be compiled
    /// twice.
    private @Nullable SnippetEvent before(Snippet snippet, List<Snippet> kept) {
        SnippetEvent old = replaced.get(snippet);
        while (old != null && declared.contains(old.snippet()) && !kept.contains(old.snippet())) {
            old = replaced.get(old.snippet());
        }
        return old;
    }

    private void undo(Snippet last, @Nullable SnippetEvent old) {
        boolean back =
                old != null && JShellInsides.putBack(jshell, old.snippet(), old.previousStatus());
        jshell.drop(last);
        if (old != null
                && back
                && old.snippet() instanceof VarSnippet variable
                && isOfNewType(variable)) {
            variables.declareBare(variable);
        }
    }

    /// Whether the cell has changed what the type of an earlier variable is made of.
    private boolean isOfNewType(VarSnippet variable) {
        Set<String> names = Words.of(variable.typeName());
        return jshell.types()
                .filter(each -> names.contains(each.name()))
                .anyMatch(each -> before.isEmpty() || before.get().hasChanged(each));
    }

    /// What JShell regards as the same declaration.
    private static String key(Snippet snippet) {
        return switch (snippet) {
            case VarSnippet var -> "var " + var.name();
            case MethodSnippet method ->
                    "method " + method.name() + "(" + method.parameterTypes() + ")";
            case TypeDeclSnippet type -> "type " + type.name();
            default -> snippet.kind() + " " + snippet.source();
        };
    }
}
