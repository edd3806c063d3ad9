package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// Keeps JShell from naming two classes the same.
///
/// JShell has a number for each name that was ever declared, and a letter for each class that took
/// the place of another: `$JShell$12C`. Once the last declaration of a name is dropped or rejected,
/// it begins again at `$JShell$12`. But such a class has long been loaded, and Java loads a name
/// only once: where [Leftovers] has let JShell forget that, the old class would run for the new. So
/// a name that nobody has declared any more gets a new number. Where JShell's maps cannot be
/// reached, [Leftovers] lets nothing go, and JShell finds its way by itself.
final class LiveKeys<K> extends LinkedHashMap<String, K> {
    private static final long serialVersionUID = 1;
    private static final List<String> KINDS =
            List.of("classMap", "methodMap", "varMap", "importMap");

    private final transient JShell jshell;
    private final transient Field index;

    private LiveKeys(JShell jshell, Field index) {
        this.jshell = jshell;
        this.index = index;
    }

    static void install(JShell jshell) throws ReflectiveOperationException {
        Field index = JShellInsides.keyNumber();
        Object keys = JShellInsides.field(jshell, "keyMap");
        for (String kind : KINDS) {
            JShellInsides.field(keys.getClass(), kind).set(keys, new LiveKeys<>(jshell, index));
        }
    }

    /// The keys that all names have now, by their kind.
    static Map<String, Map<String, Object>> known(JShell jshell)
            throws ReflectiveOperationException {
        var known = new HashMap<String, Map<String, Object>>();
        for (String kind : KINDS) {
            known.put(kind, new HashMap<>(keys(jshell, kind)));
        }
        return known;
    }

    /// Gives names back the keys that they had.
    static void putBack(JShell jshell, Map<String, Map<String, Object>> known)
            throws ReflectiveOperationException {
        for (var each : known.entrySet()) {
            keys(jshell, each.getKey()).putAll(each.getValue());
        }
    }

    @SuppressWarnings("unchecked") // the type of a field that reflection cannot tell
    private static Map<String, Object> keys(JShell jshell, String kind)
            throws ReflectiveOperationException {
        return (Map<String, Object>)
                JShellInsides.field(JShellInsides.field(jshell, "keyMap"), kind);
    }

    @Override
    public K computeIfAbsent(String name, Function<? super String, ? extends K> make) {
        K known = get(name);
        if (known != null && !isDeclared(known)) {
            remove(name);
        }
        return super.computeIfAbsent(name, make);
    }

    /// JShell goes through all types to see whether a name is theirs, and stumbles over those that
    /// are gone: then there is no help on anything.
    @Override
    public Collection<K> values() {
        return super.values().stream().filter(this::isDeclared).toList();
    }

    /// Whether the last snippet that had the key still counts.
    private boolean isDeclared(K key) {
        try {
            List<Snippet> snippets = JShellInsides.snippetsByKey(jshell);
            int number = index.getInt(key);
            Snippet last = number < snippets.size() ? snippets.get(number) : null;
            return last != null && jshell.status(last).isActive();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a name has no number", e);
        }
    }
}
