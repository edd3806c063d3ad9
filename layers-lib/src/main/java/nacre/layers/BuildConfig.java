package nacre.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// For which shapes a layer was built, as Keras writes it.
final class BuildConfig {
    private BuildConfig() {}

    /// For inputs without names `{input_shape: …}`, for named ones `{shapes_dict: {query_shape: …,
    /// …}}`.
    static Map<String, Object> of(List<String> names, List<Shape> shapes) {
        if (!names.isEmpty()) {
            var byName = new LinkedHashMap<String, Object>();
            for (int i = 0; i < shapes.size(); i++) {
                byName.put(names.get(i) + "_shape", list(shapes.get(i)));
            }
            return Map.of("shapes_dict", byName);
        }
        return Map.of(
                "input_shape",
                shapes.size() == 1
                        ? list(shapes.get(0))
                        : shapes.stream().map(BuildConfig::list).toList());
    }

    private static List<@Nullable Object> list(Shape shape) {
        var sizes = new ArrayList<@Nullable Object>();
        for (int dim : shape.dims()) {
            sizes.add(dim == Shape.NONE ? null : dim);
        }
        return sizes;
    }
}
