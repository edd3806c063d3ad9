package nacre.models;

import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// What Keras 2 wrote in another way.
final class OldConfigs {
    private OldConfigs() {}

    /// A layer from its entry in a model's config; an input's shape was once called
    /// `batch_input_shape`.
    static Layer layer(Map<String, @Nullable Object> entry) {
        Object config = entry.get("config");
        if ("InputLayer".equals(entry.get("class_name")) && config instanceof Map<?, ?> options) {
            Map<String, @Nullable Object> renamed = Plain.map(options);
            renamed.putIfAbsent("batch_shape", renamed.get("batch_input_shape"));
            Map<String, @Nullable Object> modern = Plain.map(entry);
            modern.put("config", renamed);
            return Layer.of(modern);
        }
        return Layer.of(entry);
    }

    /// The shape of a stack's input, which its first layer may tell; else null.
    static @Nullable Shape input(Map<String, @Nullable Object> entry) {
        boolean told =
                entry.get("config") instanceof Map<?, ?> config
                        && config.get("batch_input_shape") instanceof List<?>;
        return told ? shape(Plain.list(Plain.map(entry.get("config")), "batch_input_shape")) : null;
    }

    static Shape shape(List<?> sizes) {
        return Shape.of(
                sizes.stream()
                        .mapToInt(size -> size == null ? Shape.NONE : Plain.whole(size))
                        .toArray());
    }
}
