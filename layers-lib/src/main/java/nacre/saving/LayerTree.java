package nacre.saving;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nacre.layers.Keepsakes;
import nacre.layers.Layer;
import nacre.layers.LayerHolder;
import nacre.layers.config.Names;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Where Keras keeps the weights of a layer and of all layers inside: `layers/dense_1/vars/0`.
///
/// The folders of layers in a list are named by their classes, numbered from the second on; those
/// of other parts by the part. A layer that is met twice is kept once, where it is met first.
public final class LayerTree {
    private final Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /// What is done at each layer.
    public interface Visit {
        /// Does it at a layer, whose place is this path; that of the outermost is empty.
        void at(Layer layer, String path);
    }

    private LayerTree() {}

    /// Visits a layer and all layers inside, each once, with their places in a file.
    public static void forEach(Layer layer, Visit visit) {
        new LayerTree().walk(layer, "", visit);
    }

    /// Puts all weights into a folder. A layer without weights has a place too: versions of Keras
    /// before 3.7 look for that of the model.
    public static void store(Layer layer, Hdf5Group root) {
        forEach(layer, (inner, path) -> store(inner, path, root));
    }

    private static void store(Layer layer, String path, Hdf5Group root) {
        Hdf5Group vars = root.make(join(path, "vars"));
        vars.attribute("name", layer.name());
        List<Weight> weights = layer.ownWeights();
        for (int i = 0; i < weights.size(); i++) {
            vars.put(Integer.toString(i), weights.get(i).tensor().detach());
        }
        for (String seed : layer.seedParts()) {
            // Keras draws on from here; another number for each layer
            int number = layer.name().hashCode() & 0xFFFFFF;
            Hdf5Group state = root.make(join(join(path, seed), "vars"));
            state.attribute("name", seed.substring(seed.lastIndexOf('/') + 1));
            state.putWhole("0", Tensor.of(new float[] {number, 0}));
        }
    }

    /// What layers have learned that is no weight: arrays go into the folder, files come back by
    /// their paths.
    public static Map<String, byte[]> storeKeepsakes(Layer layer, Hdf5Group root) {
        var files = new LinkedHashMap<String, byte[]>();
        forEach(
                layer,
                (inner, path) -> {
                    Keepsakes kept = inner.keepsakes();
                    kept.files().forEach((name, bytes) -> files.put(join(path, name), bytes));
                    kept.arrays().forEach(root.make(join(path, "vars"))::put);
                });
        return files;
    }

    /// Gives layers back what they had learned.
    public static void loadKeepsakes(Layer layer, Hdf5Group root, Map<String, byte[]> files) {
        forEach(
                layer,
                (inner, path) -> {
                    var own = new HashMap<String, byte[]>();
                    files.forEach(
                            (name, bytes) -> {
                                int cut = name.lastIndexOf('/');
                                if (name.substring(0, Math.max(0, cut)).equals(path)) {
                                    own.put(name.substring(cut + 1), bytes);
                                }
                            });
                    if (!own.isEmpty()) {
                        Hdf5Group vars = root.find(join(path, "vars"));
                        inner.restore(new Keepsakes(own, vars == null ? Map.of() : vars.arrays()));
                    }
                });
    }

    /// Gives all weights the values in a folder, if all are there and fit; if not, nothing is
    /// changed.
    public static void load(Layer layer, Hdf5Group root) {
        Map<Weight, Tensor> values = new LinkedHashMap<>();
        new LayerTree().walk(layer, "", (inner, path) -> collect(inner, path, root, values));
        values.forEach(Weight::assign);
    }

    private static void collect(
            Layer layer, String path, Hdf5Group root, Map<Weight, Tensor> values) {
        List<Weight> weights = layer.ownWeights();
        Hdf5Group vars = root.find(join(path, "vars"));
        List<Tensor> arrays = vars == null ? List.of() : vars.numbered();
        if (weights.size() != arrays.size()) {
            String hint =
                    layer.built()
                            ? ""
                            : " Call the model on data first, so that it knows its shapes.";
            throw new BadFile(
                    "The layer \""
                            + layer.name()
                            + "\" has "
                            + weights.size()
                            + " weights of its own, and the file has "
                            + arrays.size()
                            + " for it (in "
                            + join(path, "vars")
                            + "). Nothing was changed."
                            + hint);
        }
        for (int i = 0; i < weights.size(); i++) {
            if (!weights.get(i).shape().equals(arrays.get(i).shape())) {
                throw new BadFile(
                        "The weight `"
                                + weights.get(i).name()
                                + "` of the layer \""
                                + layer.name()
                                + "\" has shape "
                                + weights.get(i).shape()
                                + ", and the file has one of shape "
                                + arrays.get(i).shape()
                                + " for it. Nothing was changed.");
            }
            values.put(weights.get(i), arrays.get(i));
        }
    }

    private void walk(Layer layer, String path, Visit visit) {
        if (!seen.add(layer)) {
            return;
        }
        visit.at(layer, path);
        layer.parts().forEach((name, part) -> part(part, join(path, name), visit));
    }

    /// No switch over its class: the first one in a process costs as much as a step of training.
    private void part(@Nullable Object part, String path, Visit visit) {
        if (part instanceof Layer layer) {
            walk(layer, path, visit);
        } else if (part instanceof LayerHolder holder) {
            walk(holder.layer(), path, visit);
        } else if (part instanceof List<?> list) {
            Map<String, Integer> used = new HashMap<>();
            for (Object item : list) {
                String base = item == null ? "" : base(item);
                int before = used.merge(base, 1, Integer::sum) - 1;
                part(item, join(path, before == 0 ? base : base + "_" + before), visit);
            }
        }
    }

    private static String base(Object item) {
        return Names.base(
                item instanceof Layer layer ? layer.className() : item.getClass().getSimpleName());
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
