package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.WeightLimit;
import nacre.saving.BadFile;
import nacre.saving.Hdf5;
import nacre.saving.Hdf5Group;
import nacre.saving.Json;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Reads `.h5` files as Keras 1 and 2 wrote them, and Keras 3 still can: texts in attributes,
/// weights layer by layer.
final class OldFile {
    private OldFile() {}

    static Model load(String what, byte[] bytes, boolean compile) {
        Hdf5Group root = Hdf5.read(what, bytes);
        String config = root.text("model_config");
        if (config == null) {
            throw new BadFile(
                    what
                            + " holds weights and no model. Make the model first, then call model.loadWeights(…) with this file.");
        }
        Object plain = Json.read("The model in " + what, config);
        Model model =
                WeightLimit.ofFile(bytes.length / Float.BYTES + 1L, () -> Models.fromConfig(plain));
        loadWeights(model, root);
        String training = root.text("training_config");
        if (compile && training != null) {
            compile(model, Plain.map(Json.read("The training in " + what, training)), root);
        }
        return model;
    }

    private static void compile(
            Model model, Map<String, @Nullable Object> training, Hdf5Group root) {
        var config = new LinkedHashMap<>(training);
        config.put(
                "optimizer",
                training.containsKey("optimizer")
                        ? training.get("optimizer")
                        : training.get("optimizer_config"));
        model.compileFromConfig(config);
        Hdf5Group group = root.find("optimizer_weights");
        if (group != null && !ModelFile.restore(model, arrays(group))) {
            ModelFile.forgets(model.optimizer());
        }
    }

    /// Layer by layer in their order, those without weights left out.
    static void loadWeights(Model model, Hdf5Group root) {
        Hdf5Group inner = root.find("model_weights");
        Hdf5Group group = inner == null ? root : inner;
        List<List<Tensor>> stored = new ArrayList<>();
        for (String name : group.texts("layer_names")) {
            Hdf5Group layer = group.find(name);
            if (layer == null) {
                throw new BadFile(
                        "The file names a layer \"" + name + "\" and has no weights for it.");
            }
            List<Tensor> arrays = arrays(layer);
            if (!arrays.isEmpty()) {
                stored.add(arrays);
            }
        }
        List<Layer> layers =
                model.layers().stream().filter(layer -> !layer.weights().isEmpty()).toList();
        if (layers.size() != stored.size()) {
            throw new BadFile(
                    "The model has "
                            + layers.size()
                            + " layers with weights, and the file has weights for "
                            + stored.size()
                            + ".");
        }
        for (int i = 0; i < layers.size(); i++) {
            check(layers.get(i), stored.get(i));
        }
        for (int i = 0; i < layers.size(); i++) {
            List<Weight> weights = ordered(layers.get(i));
            for (int k = 0; k < weights.size(); k++) {
                weights.get(k).assign(stored.get(i).get(k));
            }
        }
    }

    /// Trained ones first: the order of these files.
    private static List<Weight> ordered(Layer layer) {
        var all = new ArrayList<>(layer.trainableWeights());
        all.addAll(layer.nonTrainableWeights());
        return all;
    }

    private static void check(Layer layer, List<Tensor> arrays) {
        var want = ordered(layer).stream().map(Weight::shape).toList();
        var got = arrays.stream().map(Tensor::shape).toList();
        if (!want.equals(got)) {
            throw new BadFile(
                    "The layer \""
                            + layer.name()
                            + "\" has weights of shapes "
                            + want
                            + ", the file has "
                            + got
                            + " for it.");
        }
    }

    private static List<Tensor> arrays(Hdf5Group group) {
        var arrays = new ArrayList<Tensor>();
        for (String name : group.texts("weight_names")) {
            Tensor array = group.array(name);
            if (array == null) {
                throw new BadFile(
                        "The file names the weight \"" + name + "\" and does not have it.");
            }
            arrays.add(array);
        }
        return arrays;
    }
}
