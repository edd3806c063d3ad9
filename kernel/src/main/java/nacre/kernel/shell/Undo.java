package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// Takes back what a cell declared, and gives back what that replaced.
///
/// What comes back gets the class that it had, with all that is in it: a variable its value, a
/// class its objects. JShell gives that class again to a snippet of the same source if the letter
/// in its name is put back too.
final class Undo {
    private final JShell jshell;
    private final Variables variables;
    private final Overloads overloads;
    private final List<Snippet> declared = new ArrayList<>();
    private final Map<Snippet, Snippet> replaced = new IdentityHashMap<>();
    private final Map<Snippet, Integer> letters = new IdentityHashMap<>();
    private final Map<String, Variables.Home> homes = new HashMap<>();

    Undo(JShell jshell, Variables variables, Overloads overloads) {
        this.jshell = jshell;
        this.variables = variables;
        this.overloads = overloads;
    }

    /// Remembers what there is; to be called before each declaration, of which the first counts.
    void remember() {
        if (!declared.isEmpty()) {
            return;
        }
        jshell.snippets()
                .filter(each -> each instanceof VarSnippet || each instanceof TypeDeclSnippet)
                .filter(each -> jshell.status(each).isActive())
                .forEach(each -> letters.put(each, JShellInsides.letter(each)));
        jshell.variables()
                .forEach(
                        each ->
                                variables
                                        .home(each)
                                        .ifPresent(home -> homes.put(each.name(), home)));
    }

    /// Looks at the events of one snippet of the cell.
    void note(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() == null) {
                declared.add(snippet);
            } else if (event.status() == Status.OVERWRITTEN) {
                replaced.put(event.causeSnippet(), snippet);
            }
        }
    }

    private boolean declares(Snippet snippet) {
        return declared.stream().anyMatch(each -> each == snippet);
    }

    /// Takes back everything, and what has suffered from it.
    void all() {
        letters.forEach((snippet, letter) -> JShellInsides.letter(snippet, letter));
        undo(declared);
        jshell.variables()
                .forEach(
                        each -> {
                            Variables.Home home = homes.get(each.name());
                            if (home != null) {
                                variables.move(home, each);
                            }
                        });
    }

    /// Takes back some of it. What a later cell has declared anew stays: a cell that was given up
    /// may end after the next has begun.
    void undo(List<Snippet> snippets) {
        Map<String, Snippet> first = new LinkedHashMap<>(); // a cell may declare a name twice
        snippets.forEach(each -> first.putIfAbsent(key(each), each));
        snippets.reversed().stream()
                .filter(each -> !replaced.containsKey(first.get(key(each))))
                .filter(each -> jshell.status(each).isActive())
                .forEach(jshell::drop);
        first.forEach(
                (key, snippet) -> {
                    Snippet old = replaced.get(snippet); // by one that was rejected, perhaps
                    if (old != null && !isDeclaredByOthers(key)) {
                        bringBack(old);
                    }
                });
        if (!snippets.isEmpty()) {
            overloads.part();
        }
        jshell.variables()
                .filter(each -> jshell.status(each) != Status.VALID)
                .toList()
                .forEach(variables::declareBare);
    }

    private boolean isDeclaredByOthers(String key) {
        return jshell.snippets()
                .filter(each -> jshell.status(each).isActive() && key(each).equals(key))
                .anyMatch(each -> !declares(each));
    }

    private void bringBack(Snippet old) {
        JShellInsides.revive(jshell, old);
        SnippetEvent event = jshell.eval(old.source()).getFirst();
        if (!event.status().isActive()) { // it had suffered before
            JShellInsides.revive(jshell, old);
        }
        if (!(old instanceof VarSnippet variable)) {
            return;
        }
        if (event.status() != Status.VALID) {
            variables.declareBare(variable);
        } else if (event.snippet() instanceof VarSnippet heir) {
            variables.home(variable).ifPresent(home -> variables.move(home, heir));
        }
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
