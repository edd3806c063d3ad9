package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;
import static nacre.kernel.shell.JShellInsides.method;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jshell.JShell;

/// The javac that JShell keeps warm, used without JShell: one step instead of four.
///
/// A javac of one's own takes ten times as long, for it reads the JDK anew each time. JShell hands
/// its own to nobody; where it cannot be reached, JShell compiles everything by itself.
final class WarmCompiler {
    private final Object tasks;
    private final Method task;
    private final Class<?> worker;
    private final Method run;
    private final Method wrap;
    private final Constructor<?> outerWrap;
    private final NavigableMap<String, Object> classes;

    @SuppressWarnings("unchecked") // the types of fields that reflection cannot tell
    private WarmCompiler(JShell jshell) throws ReflectiveOperationException {
        tasks = field(jshell, "taskFactory");
        worker = jshells("TaskFactory$Worker");
        task = method(tasks.getClass(), "compile", java.util.Collection.class, worker);
        run = method(jshells("TaskFactory$CompileTask"), "compile");
        wrap = method(jshells("Wrap"), "identityWrap", String.class);
        outerWrap = jshells("OuterWrap").getDeclaredConstructor(jshells("Wrap"));
        outerWrap.setAccessible(true);
        classes = (TreeMap<String, Object>) field(field(tasks, "fileManager"), "classObjects");
    }

    /// None where it cannot be reached.
    static Optional<WarmCompiler> of(JShell jshell) {
        try {
            return Optional.of(new WarmCompiler(jshell));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The classes that come of a source, by their names; none if it does not compile.
    ///
    /// @param className the name of its first class, with which those of the others begin
    Map<String, byte[]> compile(String source, String className) {
        try {
            Object unit = outerWrap.newInstance(wrap.invoke(null, source));
            Object compiled = task.invoke(tasks, List.of(unit), worker());
            return compiled.equals(true) ? bytes(made(className)) : Map.of();
        } catch (ReflectiveOperationException e) {
            return Map.of(); // javac has given up: it will do so when JShell asks, and be heard
        } finally {
            made(className).clear();
        }
    }

    private Object worker() {
        return Proxy.newProxyInstance(
                worker.getClassLoader(),
                new Class<?>[] {worker},
                (_, _, its) -> run.invoke(its[0]));
    }

    /// What JShell keeps of a class and those inside of it.
    private Map<String, Object> made(String className) {
        return classes.subMap(className, className + Character.MAX_VALUE);
    }

    private static Map<String, byte[]> bytes(Map<String, Object> made)
            throws ReflectiveOperationException {
        var bytes = new HashMap<String, byte[]>();
        for (var each : made.entrySet()) {
            Method content = method(each.getValue().getClass(), "getBytes");
            bytes.put(each.getKey(), (byte[]) content.invoke(each.getValue()));
        }
        return bytes;
    }

    private static Class<?> jshells(String name) throws ClassNotFoundException {
        return Class.forName("jdk.jshell." + name);
    }
}
