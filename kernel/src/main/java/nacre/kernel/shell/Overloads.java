package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/// Keeps methods of one name together that are in one class: none is compiled anew without the
/// others.
///
/// JShell puts methods of one name into one class when it compiles them at the same time, and does
/// not think of those that it leaves there later: that class still has what has gone to another
/// one, and a call finds both. And JShell stumbles over a method that waits for a type when it
/// meets it beside others of its name.
final class Overloads {
    private final JShell jshell;

    Overloads(JShell jshell) {
        this.jshell = jshell;
    }

    /// The numbers of what is to be compiled anew when a name changes: of what names it, with the
    /// methods of the same name, and of methods of that name from whose class one has gone.
    ///
    /// @param numbers of the snippets that name it
    Set<Integer> with(Set<Integer> numbers, String name) {
        Map<Integer, MethodSnippet> methods = new HashMap<>();
        jshell.methods().forEach(each -> number(each).ifPresent(its -> methods.put(its, each)));
        Set<Integer> all = new HashSet<>(numbers);
        Set<String> names = new HashSet<>();
        methods.forEach(
                (number, method) -> {
                    if (waits(method, name)) {
                        all.remove(number);
                    } else if (all.contains(number)) {
                        names.add(method.name());
                    }
                });
        methods.forEach(
                (number, method) -> {
                    boolean isConcerned =
                            names.contains(method.name())
                                    || method.name().equals(name) && hasBeenLeft(method);
                    if (isConcerned && jshell.status(method).isDefined()) {
                        all.add(number);
                    }
                });
        return all;
    }

    /// Takes a method whose parameters have no type yet out of the way of others of its name: to
    /// JShell it fits any call, so that those who call the others would be broken by it.
    ///
    /// @param events of its declaration
    /// @return them and those of putting it aside
    static List<SnippetEvent> apart(List<SnippetEvent> events, JShell jshell) {
        var all = new ArrayList<>(events);
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof MethodSnippet method
                    && event.causeSnippet() == null
                    && event.status() == Status.RECOVERABLE_NOT_DEFINED) {
                jshell.drop(method).stream()
                        .filter(each -> each.snippet() != method)
                        .forEach(all::add);
                JShellInsides.putBack(jshell, method, event.status());
            }
        }
        return all;
    }

    private static Optional<Integer> number(Snippet snippet) {
        return JShellInsides.number(snippet);
    }

    /// Whether a method waits for more types than the one of this name.
    private boolean waits(MethodSnippet method, String name) {
        return !jshell.status(method).isDefined()
                && jshell.unresolvedDependencies(method)
                        .filter(each -> each.startsWith("class ") && !each.equals("class " + name))
                        .anyMatch(
                                each ->
                                        jshell.types()
                                                .noneMatch(it -> each.endsWith(" " + it.name())));
    }

    /// Whether the class that a method is in has others that are now elsewhere, or nowhere.
    private boolean hasBeenLeft(MethodSnippet method) {
        try {
            Object home = field(Snippet.class, "outer").get(method);
            for (Snippet each : SharedClasses.in(home)) {
                Object its = field(Snippet.class, "outer").get(each);
                if (!jshell.status(each).isActive() || its != home) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
