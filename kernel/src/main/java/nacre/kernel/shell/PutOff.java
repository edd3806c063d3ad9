package nacre.kernel.shell;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Future;

/// What a cell wants to be done later, or again and again.
final class PutOff {
    private final Set<Future<?>> all =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void add(Future<?> later) {
        all.add(later);
    }

    /// Whether nothing of it is still to be done.
    boolean isOver() {
        synchronized (all) {
            all.removeIf(Future::isDone);
            return all.isEmpty();
        }
    }

    void cancel() {
        List.copyOf(all).forEach(each -> each.cancel(false));
    }
}
