package nacre.kernel.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import org.jspecify.annotations.Nullable;

/// All that is declared, as it was at one moment.
///
/// To go back to it is not to declare anything anew: each snippet is in the class that it had, with
/// all that is in it, a variable's value and a class's objects.
final class Snapshot {
    /// What JShell changes in a snippet that is compiled, compiled anew, replaced or dropped.
    private static final List<String> CHANGING =
            List.of("seq", "outer", "status", "unresolved", "diagnostics");

    private final JShell jshell;
    private final List<Field> fields = new ArrayList<>();
    private final List<@Nullable Snippet> byKey;
    private final Map<String, Map<String, Object>> keys;
    private final Map<Snippet, List<@Nullable Object>> active = new IdentityHashMap<>();

    private Snapshot(JShell jshell) throws ReflectiveOperationException {
        this.jshell = jshell;
        for (String name : CHANGING) {
            fields.add(JShellInsides.field(Snippet.class, name));
        }
        keys = LiveKeys.known(jshell);
        byKey = new ArrayList<>(JShellInsides.snippetsByKey(jshell));
        for (Snippet each : jshell.snippets().toList()) {
            if (jshell.status(each).isActive()) {
                active.put(each, state(each));
            }
        }
    }

    /// What there is now; nothing if JShell does not let it be seen.
    static Optional<Snapshot> of(JShell jshell) {
        try {
            return Optional.of(new Snapshot(jshell));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private List<@Nullable Object> state(Snippet snippet) throws ReflectiveOperationException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(field.get(snippet));
        }
        return values;
    }

    /// Whether a snippet is otherwise than it was, or was not there.
    boolean hasChanged(Snippet snippet) {
        try {
            return !state(snippet).equals(active.get(snippet));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /// Makes all as it was.
    void restore() {
        try {
            Field status = JShellInsides.field(Snippet.class, "status");
            for (Snippet each : jshell.snippets().toList()) {
                if (jshell.status(each).isActive() && !active.containsKey(each)) {
                    status.set(each, Status.DROPPED);
                }
            }
            for (var each : active.entrySet()) {
                for (int i = 0; i < fields.size(); i++) {
                    fields.get(i).set(each.getKey(), each.getValue().get(i));
                }
            }
            List<@Nullable Snippet> now = JShellInsides.snippetsByKey(jshell);
            for (int i = 0; i < now.size(); i++) {
                Snippet before = i < byKey.size() ? byKey.get(i) : null;
                if (before != null && now.get(i) != before && jshell.status(before).isActive()) {
                    now.set(i, before);
                    JShellInsides.dependAgain(jshell, before);
                }
            }
            LiveKeys.putBack(jshell, keys);
            JShellInsides.showLoaded(jshell);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what a cell has declared does not go away", e);
        }
    }
}
