package nacre.kernel.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
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

    private static int numberOf(Snippet snippet) throws ReflectiveOperationException {
        return keyNumber().getInt(field(Snippet.class, "key").get(snippet));
    }

    /// The number of a snippet's name.
    static Optional<Integer> number(Snippet snippet) {
        try {
            return Optional.of(numberOf(snippet));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The snippet at a line of the class that a snippet is in: overloads can have one in common.
    static Snippet atLine(Snippet snippet, int line) {
        try {
            Object outer = field(Snippet.class, "outer").get(snippet);
            Object at =
                    method(outer.getClass(), "wrapLineToSnippet", int.class)
                            .invoke(outer, line - 1);
            return at instanceof Snippet found ? found : snippet;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return snippet;
        }
    }

    /// Lets a snippet be compiled anew only when something of these names changes: JShell remembers
    /// all that its declaration has ever named.
    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    static void dependOnlyOn(JShell jshell, Snippet snippet, Set<String> names) {
        try {
            Integer number = numberOf(snippet);
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

    /// Lets a snippet be compiled anew again when something that it names changes.
    static void dependAgain(JShell jshell, Snippet snippet) throws ReflectiveOperationException {
        Object maps = field(jshell, "maps");
        method(maps.getClass(), "mapDependencies", Snippet.class).invoke(maps, snippet);
        dependOnlyOn(jshell, snippet, Importing.concerns(snippet));
    }

    /// Lets javac see each class as it is loaded: JShell tries the name of a class for the one that
    /// is to follow it.
    @SuppressWarnings("unchecked") // the types of fields that reflection cannot tell
    static void showLoaded(JShell jshell) throws ReflectiveOperationException {
        Object manager = field(field(jshell, "taskFactory"), "fileManager");
        var files = (Map<String, FileObject>) field(manager, "classObjects");
        var classes = (Map<String, ?>) field(field(jshell, "classTracker"), "map");
        for (Map.Entry<String, ?> each : classes.entrySet()) {
            Field now = field(each.getValue().getClass(), "currentBytes");
            Object loaded = field(each.getValue(), "loadedBytes");
            if (loaded instanceof byte[] bytes
                    && !Arrays.equals(bytes, (byte[]) now.get(each.getValue()))) {
                now.set(each.getValue(), bytes);
                files.put(each.getKey(), classFile(each.getKey(), bytes));
            }
        }
    }

    private static FileObject classFile(String name, byte[] bytes)
            throws ReflectiveOperationException {
        Constructor<?> maker =
                Class.forName("jdk.jshell.MemoryFileManager$OutputMemoryJavaFileObject")
                        .getDeclaredConstructor(String.class, JavaFileObject.Kind.class);
        maker.setAccessible(true);
        var file = (FileObject) maker.newInstance(name, JavaFileObject.Kind.CLASS);
        try (OutputStream out = file.openOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in memory
        }
        return file;
    }

    /// Puts a snippet back to where another has taken its place, in the class that it had. Those
    /// that use it are compiled anew when the other is dropped.
    ///
    /// @return whether that could be done
    static boolean putBack(JShell jshell, Snippet gone, Status before) {
        try {
            field(Snippet.class, "status").set(gone, before);
            snippetsByKey(jshell).set(numberOf(gone), gone);
            dependAgain(jshell, gone);
            showLoaded(jshell);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    static void snippetsByKey(JShell jshell, List<?> snippets) throws ReflectiveOperationException {
        Object maps = field(jshell, "maps");
        field(maps.getClass(), BY_KEY).set(maps, snippets);
    }

    /// Replaces the map of those that depend on a name, before there are any.
    static void dependents(JShell jshell, Map<String, Set<Integer>> dependents)
            throws ReflectiveOperationException {
        Object maps = field(jshell, "maps");
        field(maps.getClass(), "dependencies").set(maps, dependents);
    }
}
