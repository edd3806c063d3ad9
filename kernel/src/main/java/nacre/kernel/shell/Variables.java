package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Reaches what JShell has compiled: the static field of each variable, and the code of each part.
final class Variables {
    private static final String CODE = "do_it$"; // the name JShell gives it

    private final SourceCodeAnalysis analysis;
    private final CellClasses classes;

    Variables(SourceCodeAnalysis analysis, CellClasses classes) {
        this.analysis = analysis;
        this.classes = classes;
    }

    /// Runs a part and gives its value.
    @Nullable Object run(Snippet snippet) throws Throwable {
        Method code = owner(snippet).getDeclaredMethod(CODE);
        code.setAccessible(true);
        try {
            return code.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /// What is in a variable now; null if there is none.
    @Nullable Object get(VarSnippet variable) {
        try {
            return field(variable).get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // declared, but its class does not compile yet
        }
    }

    /// Puts a value into a variable, if it still fits its type.
    boolean set(VarSnippet variable, @Nullable Object value) {
        try {
            field(variable).set(null, value);
            return true;
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
            return false;
        }
    }

    private Field field(VarSnippet variable) throws ReflectiveOperationException {
        Field field = owner(variable).getDeclaredField(variable.name());
        field.setAccessible(true);
        return field;
    }

    private Class<?> owner(Snippet snippet) throws ClassNotFoundException {
        return classes.findClass(analysis.wrapper(snippet).fullClassName());
    }
}
