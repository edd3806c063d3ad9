package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/// The classes that JShell puts around declarations, by their names; all that it compiles at one
/// time agree about where its methods are.
///
/// JShell gives each declaration a class, one after the other, and imports into it the others as
/// they are at that moment: a method that gets another class only then would be looked for where it
/// is not. And of the classes of one name it takes the first, in which a method may still have the
/// body that does not compile.
final class SharedClasses extends HashMap<String, Object> {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Object> together = new HashMap<>(); // of one time
    private final transient Field home;
    private final transient Field text;
    private final transient Constructor<?> textOf;

    private SharedClasses() throws ReflectiveOperationException {
        home = field(Snippet.class, "outer");
        text = field(Class.forName("jdk.jshell.OuterWrap"), "w");
        textOf =
                Class.forName("jdk.jshell.Wrap$CompoundWrap")
                        .getDeclaredConstructor(Object[].class);
        textOf.setAccessible(true);
    }

    static void install(JShell jshell) throws ReflectiveOperationException {
        var classes = new SharedClasses();
        Object all = field(jshell, "outerMap");
        field(all.getClass(), "classOuters").set(all, classes);
        jshell.onSnippetEvent(_ -> classes.together.clear());
    }

    /// What is in a class.
    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    static Collection<Snippet> in(Object made) throws ReflectiveOperationException {
        return ((Map<?, Snippet>) field(made, "wrapToSnippet")).values();
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
        Object before = home.get(method);
        home.set(method, made);
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
