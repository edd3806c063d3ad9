package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

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

    static void snippetsByKey(JShell jshell, List<?> snippets) throws ReflectiveOperationException {
        Object maps = field(jshell, "maps");
        field(maps.getClass(), BY_KEY).set(maps, snippets);
    }
}
