package nacre.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// For which shapes a layer was built, as Keras writes it.
final class BuildConfig {
    /// Keras notes shapes where a layer has something to build; these have not.
    private static final Pattern WITHOUT =
            Pattern.compile(
                    "InputLayer|Activation|ActivityRegularization|(Alpha|Gaussian|Spatial)?Dropout(.D)?|GaussianNoise"
                            + "|(Global)?(Average|Max)Pooling.D|ELU|LeakyReLU|ReLU|Softmax|Identity|Lambda|Masking|Reshape"
                            + "|UnitNormalization");

    private BuildConfig() {}

    static boolean isWritten(Layer layer) {
        return !WITHOUT.matcher(layer.className()).matches() && !(layer instanceof OperationLayer);
    }

    /// For inputs without names `{input_shape: …}`, for named ones `{shapes_dict: {query_shape: …,
    /// …}}`.
    static Map<String, @Nullable Object> of(List<String> names, List<Shape> shapes) {
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
