package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/// The way to what JShell keeps to itself. Who takes it must do without where it is closed.
final class JShellInsides {
    private static final String BY_KEY = "keyIndexToSnippet";

    private JShellInsides() {}

    static Object field(Object owner, String name) throws ReflectiveOperationException {
        return field(owner.getClass(), name).get(owner);
    }

    static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    static Method method(Class<?> owner, String name, Class<?>... types)
            throws NoSuchMethodException {
        Method method = owner.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method;
    }

    /// The snippets by their number, null for those that are gone; as they are now, for [Importing]
    /// puts a list of its own there.
    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    static List<Snippet> snippetsByKey(JShell jshell) throws ReflectiveOperationException {
        return (List<Snippet>) field(field(jshell, "maps"), BY_KEY);
    }

    /// Where the key of a name has the number that JShell has given it.
    static Field keyNumber() throws ReflectiveOperationException {
        return field(Class.forName("jdk.jshell.Key"), "index");
    }

    private static int number(Snippet snippet) throws ReflectiveOperationException {
        return keyNumber().getInt(field(Snippet.class, "key").get(snippet));
    }

    /// The letter of a snippet's class, as a number.
    static int letter(Snippet snippet) {
        try {
            return field(Snippet.class, "seq").getInt(snippet);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return 0;
        }
    }

    /// Lets a snippet's next class begin at this letter again.
    static void letter(Snippet snippet, int letter) {
        try {
            field(Snippet.class, "seq").setInt(snippet, letter);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // then it gets the next one, and with it a new class
        }
    }

    /// Lets a snippet be compiled anew only when something of these names changes: JShell remembers
    /// all that its declaration has ever named.
    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    static void dependOnlyOn(JShell jshell, Snippet snippet, Set<String> names) {
        try {
            Integer number = number(snippet);
            var all = (Map<String, Set<Integer>>) field(field(jshell, "maps"), "dependencies");
            all.forEach(
                    (name, dependents) -> {
                        if (!names.contains(name)) {
                            dependents.remove(number);
                        }
                    });
        } catch (ReflectiveOperationException | RuntimeException e) {
            // then it is compiled more often
        }
    }

    /// Puts a snippet back to where another has taken its place, as one that is to be compiled.
    static void revive(JShell jshell, Snippet gone) {
        try {
            int number = number(gone);
            List<Snippet> byKey = snippetsByKey(jshell);
            Field status = field(Snippet.class, "status");
            Snippet other = byKey.get(number);
            if (other != null && other != gone && jshell.status(other).isActive()) {
                status.set(other, Status.OVERWRITTEN);
            }
            byKey.set(number, gone);
            status.set(gone, Status.RECOVERABLE_NOT_DEFINED);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // then it is declared as if it were new
        }
    }

    static void snippetsByKey(JShell jshell, List<?> snippets) throws ReflectiveOperationException {
        Object maps = field(jshell, "maps");
        field(maps.getClass(), BY_KEY).set(maps, snippets);
    }
}
