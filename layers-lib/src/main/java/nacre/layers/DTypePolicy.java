package nacre.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which numbers a layer calculates. Here it is always `float32`; what a file says is kept and
/// written back.
final class DTypePolicy {
    private static final Pattern KNOWN =
            Pattern.compile(
                    "(mixed_)?(b?float16)|float(32|64)|u?int(8|16|32|64)|bool|string|complex(64|128)|.+_from_.+");

    static final Object FLOAT32 = of("float32");

    private DTypePolicy() {}

    /// The policy of this name, as Keras writes it.
    static Object of(String name) {
        if (!KNOWN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`dtype` must be a type of numbers such as float32 or mixed_float16; got \""
                            + name
                            + "\". Here all numbers are float32: leave it out.");
        }
        var policy = new LinkedHashMap<String, @Nullable Object>();
        policy.put("module", "keras");
        policy.put("class_name", "DTypePolicy");
        policy.put("config", Map.of("name", name));
        policy.put("registered_name", null);
        return policy;
    }

    /// In which numbers the weights of a layer with this policy are; a mixed one has them in
    /// `float32`.
    static String ofWeights(Object policy) {
        String name =
                policy instanceof Map<?, ?> map && map.get("config") instanceof Map<?, ?> config
                        ? String.valueOf(config.get("name"))
                        : String.valueOf(policy);
        String bare = name.replaceFirst(".+_from_", "");
        return bare.startsWith("mixed_") ? "float32" : bare;
    }
}
