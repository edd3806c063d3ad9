package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;
import static nacre.kernel.shell.JShellInsides.method;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
    private final Method analysis;
    private final Field javac;
    private final Method firstUnit;
    private final Method wrap;
    private final Constructor<?> outerWrap;
    private final NavigableMap<String, Object> classes;

    @SuppressWarnings("unchecked") // the types of fields that reflection cannot tell
    private WarmCompiler(JShell jshell) throws ReflectiveOperationException {
        tasks = field(jshell, "taskFactory");
        worker = jshells("TaskFactory$Worker");
        task = method(tasks.getClass(), "compile", Collection.class, worker);
        run = method(jshells("TaskFactory$CompileTask"), "compile");
        Class<?> analyze = jshells("TaskFactory$AnalyzeTask");
        analysis = method(tasks.getClass(), "analyze", Collection.class, worker);
        javac = JShellInsides.field(analyze.getSuperclass(), "task");
        firstUnit = method(analyze.getSuperclass(), "firstCuTree");
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
            Object compiled = task.invoke(tasks, unit(source), worker(run::invoke));
            return compiled.equals(true) ? bytes(made(className)) : Map.of();
        } catch (ReflectiveOperationException e) {
            Guard.check(); // it may have been stopped
            return Map.of(); // javac has given up: it will do so when JShell asks, and be heard
        } finally {
            made(className).clear();
        }
    }

    /// What can be told of a source that may be unfinished; nothing if javac gives up.
    ///
    /// @param start where the code to be read begins in it
    <T> Optional<T> read(String source, int start, Function<ReadCode, Optional<T>> reading) {
        var told = new ArrayList<T>();
        try {
            Object worker =
                    worker(
                            its -> {
                                var task = (JavacTask) javac.get(its);
                                var unit = (CompilationUnitTree) firstUnit.invoke(its);
                                var code = new ReadCode(task, unit, start);
                                reading.apply(code).ifPresent(told::add);
                                return its;
                            });
            analysis.invoke(tasks, unit(source), worker);
        } catch (ReflectiveOperationException e) {
            Guard.check();
            return Optional.empty();
        }
        return told.stream().findFirst();
    }

    private List<Object> unit(String source) throws ReflectiveOperationException {
        return List.of(outerWrap.newInstance(wrap.invoke(null, source)));
    }

    /// What is done with a task of JShell's.
    private interface Work {
        Object with(Object task) throws ReflectiveOperationException;
    }

    private Object worker(Work work) {
        return Proxy.newProxyInstance(
                worker.getClassLoader(), new Class<?>[] {worker}, (_, _, its) -> work.with(its[0]));
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
