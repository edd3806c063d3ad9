package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// For which shapes a layer was built, as Keras writes it.
final class BuildConfig {
    private BuildConfig() {}

    static Map<String, Object> of(List<Shape> shapes) {
        return Map.of("input_shape", shapes.size() == 1 ? list(shapes.get(0)) : shapes.stream().map(BuildConfig::list).toList());
    }

    private static List<@Nullable Object> list(Shape shape) {
        var sizes = new ArrayList<@Nullable Object>();
        for (int dim : shape.dims()) {
            sizes.add(dim == Shape.NONE ? null : dim);
        }
        return sizes;
    }
}
