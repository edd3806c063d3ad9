package nacre.layers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nacre.layers.config.Names;

/// Default names: the class in snake case, numbered from the second on, as Keras does for the whole
/// process.
final class LayerNames {
    private static final Map<String, Integer> USED = new ConcurrentHashMap<>();

    private LayerNames() {}

    static String next(String className) {
        String base = Names.base(className);
        int before = USED.merge(base, 1, Integer::sum) - 1;
        return before == 0 ? base : base + "_" + before;
    }

    static void restart() {
        USED.clear();
    }
}
