package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
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
            Field outer = field(Snippet.class, "outer");
            for (Snippet each : in(outer.get(method))) {
                if (!jshell.status(each).isActive() || outer.get(each) != outer.get(method)) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    private static Collection<Snippet> in(Object outer) throws ReflectiveOperationException {
        return ((Map<?, Snippet>) field(outer, "wrapToSnippet")).values();
    }

    /// Lets all that JShell compiles at one time agree about the classes that its methods are in.
    ///
    /// JShell gives each declaration a class, one after the other, and imports into it the others
    /// as they are at that moment: a method that gets another class only then would be looked for
    /// where it is not. And of the classes of one name it takes the first, in which a method may
    /// still have the body that does not compile.
    void agree() throws ReflectiveOperationException {
        Object outers = field(jshell, "outerMap");
        var classes = new Classes();
        field(outers.getClass(), "classOuters").set(outers, classes);
        jshell.onSnippetEvent(_ -> classes.together.clear());
    }

    /// The classes that JShell has put around declarations, by their names.
    private static final class Classes extends HashMap<String, Object> {
        private static final long serialVersionUID = 1;

        private final transient Map<String, Object> together = new HashMap<>(); // of one time
        private final transient Field outer;
        private final transient Field text;
        private final transient Constructor<?> textOf;

        Classes() throws ReflectiveOperationException {
            outer = field(Snippet.class, "outer");
            text = field(Class.forName("jdk.jshell.OuterWrap"), "w");
            textOf =
                    Class.forName("jdk.jshell.Wrap$CompoundWrap")
                            .getDeclaredConstructor(Object[].class);
            textOf.setAccessible(true);
        }

        @Override
        public Object put(String name, Object made) {
            try {
                for (Snippet each : in(made)) {
                    if (each instanceof MethodSnippet method) {
                        move(method, name, made);
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a class does not tell what is in it", e);
            }
            together.put(name, made);
            return super.put(name, made);
        }

        private void move(MethodSnippet method, String name, Object made)
                throws ReflectiveOperationException {
            Object before = outer.get(method);
            outer.set(method, made);
            if (before != null) {
                String old = (String) field(before, "className");
                rename(importing(old, method), importing(name, method));
            }
        }

        private static String importing(String className, MethodSnippet method) {
            return "import static REPL." + className + "." + method.name() + ";";
        }

        private void rename(String old, String now) throws ReflectiveOperationException {
            for (Object each : together.values()) {
                Object[] parts = ((Object[]) field(text.get(each), "os")).clone();
                String imports = (String) parts[0];
                if (!old.equals(now) && imports.contains(old)) {
                    parts[0] = imports.replace(old, now);
                    text.set(each, textOf.newInstance((Object) parts));
                }
            }
        }
    }
}
