package nacre.layers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nacre.layers.config.Names;

/// Default names: the class in snake case, numbered from the second on, as Keras does for the whole
/// process.
public final class LayerNames {
    private static final Map<String, Integer> USED = new ConcurrentHashMap<>();

    private static final ScopedValue<Boolean> UNCOUNTED = ScopedValue.newInstance();

    private LayerNames() {}

    static String next(String className) {
        String base = Names.base(className);
        if (UNCOUNTED.isBound()) {
            return base;
        }
        int before = USED.merge(base, 1, Integer::sum) - 1;
        return before == 0 ? base : base + "_" + before;
    }

    /// Does a piece of work whose layers do not count, such as examples that nobody sees.
    public static <T> T uncounted(Supplier<T> work) {
        return ScopedValue.where(UNCOUNTED, true).call(work::get);
    }
}
