package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// The classes of snippets that are gone.
///
/// JShell keeps each class that it has ever compiled and names all of them to javac for each
/// snippet, so that cell 2,000 takes three times as long as cell 50. Here they are taken away now
/// and then. JShell has no way to do so; where its own map of them cannot be reached, cells just
/// get slower.
final class OldClasses {
    private static final int OFTEN = 200;

    private final JShell jshell;
    private final Optional<Map<?, ?>> compiled;
    private int next = OFTEN;

    OldClasses(JShell jshell) {
        this.jshell = jshell;
        this.compiled = mapOf(jshell);
    }

    /// Takes them away if they have become many.
    void sweep() {
        compiled.filter(map -> map.size() > next).ifPresent(this::sweep);
    }

    private void sweep(Map<?, ?> map) {
        Set<String> inUse = new HashSet<>();
        jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive())
                .map(this::className)
                .forEach(inUse::add);
        map.keySet().removeIf(name -> !inUse.contains(outer(name.toString())));
        next = map.size() + OFTEN;
    }

    private String className(Snippet snippet) {
        return jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    }

    /// `REPL.$JShell$12B` for what is nested in it.
    private static String outer(String name) {
        int nested = name.indexOf('$', "REPL.$JShell$".length());
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static Optional<Map<?, ?>> mapOf(JShell jshell) {
        try {
            Object factory = field(jshell, "taskFactory");
            Object files = field(factory, "fileManager");
            return Optional.of((Map<?, ?>) field(files, "classObjects"));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
