package nacre.models;

import java.util.HashMap;
import java.util.Map;
import nacre.layers.Layer;
import nacre.saving.LayerTree;
import nacre.tensor.Weight;

/// Tells weights where they stand in a model, as Keras does: the names of the layers around them
/// and their own, `sequential/gru/gru_cell/kernel`. The layers of a graph are there before it is,
/// so that its name is no part of theirs.
final class WeightPaths {
    private final Map<String, String> names = new HashMap<>(); // by places in files

    private WeightPaths() {}

    static void tell(Model model) {
        LayerTree.forEach(model, new WeightPaths()::at);
    }

    private void at(Layer layer, String place) {
        String path = layer instanceof Functional ? "" : join(around(place), layer.name());
        names.put(place, path);
        for (Weight weight : layer.ownWeights()) {
            weight.path(join(path, weight.name()));
        }
    }

    /// The names of the layers around this place.
    private String around(String place) {
        if (place.isEmpty()) {
            return "";
        }
        String outer = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        String known = names.get(outer);
        return known == null ? around(outer) : known;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
