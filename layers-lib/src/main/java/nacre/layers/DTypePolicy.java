package nacre.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// In which numbers a layer calculates. Here it is always `float32`; what a file says is kept and
/// written back.
final class DTypePolicy {
    static final Object FLOAT32 = policy("float32");

    private DTypePolicy() {}

    private static Map<String, @Nullable Object> policy(String name) {
        var policy = new LinkedHashMap<String, @Nullable Object>();
        policy.put("module", "keras");
        policy.put("class_name", "DTypePolicy");
        policy.put("config", Map.of("name", name));
        policy.put("registered_name", null);
        return policy;
    }
}
