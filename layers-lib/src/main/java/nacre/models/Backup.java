package nacre.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.saving.BadFile;
import nacre.saving.Hdf5;
import nacre.saving.Hdf5Group;
import nacre.saving.LayerTree;
import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// What a training needs to go on after its process has ended: a file of weights as any other, with
/// the random numbers and the place in the data beside them.
final class Backup {
    private static final String PLACE = "training";
    private static final String RANDOM = "training/random";
    private static final int PIECES = 4; // of 16 bits each, which a float holds exactly

    /// What comes next.
    ///
    /// @param epoch the epoch, from 0
    /// @param batch the batch in it, from 0
    record Next(int epoch, int batch) {}

    private Backup() {}

    static void write(Path file, Model model, Flow flow, Next next) {
        Hdf5Group root = ModelFile.weights(model);
        BatchSource.Place place = flow.place();
        root.make(PLACE)
                .put(
                        "place",
                        numbers(
                                next.epoch(),
                                next.batch(),
                                place.number(),
                                place.shuffled() ? 1 : 0,
                                place.seed(),
                                flow.taken()));
        Hdf5Group random = root.make(RANDOM);
        layers(model)
                .forEach(
                        (path, layer) -> {
                            RandomStream.Place now = layer.randomPlace();
                            random.put(name(path), numbers(now.seed(), now.drawn()));
                        });
        ModelFile.write(file, root);
    }

    /// Brings a model and its data back to where they were.
    static Next read(Path file, Model model, Flow flow) {
        return ModelFile.reading(
                file,
                () -> read(Hdf5.read(file.toString(), ModelFile.all(file)), file, model, flow));
    }

    private static Next read(Hdf5Group root, Path file, Model model, Flow flow) {
        Hdf5Group random = root.find(RANDOM);
        Tensor kept = root.array(PLACE + "/place");
        if (kept == null || random == null) {
            throw new BadFile(file + " is no backup of a training; delete it to begin anew.");
        }
        Map<String, Layer> layers = layers(model);
        var places = new LinkedHashMap<Layer, RandomStream.Place>();
        layers.forEach(
                (path, layer) -> {
                    Tensor place = random.array(name(path));
                    if (place == null) {
                        throw new BadFile(
                                "%s is the backup of another model: it has nothing for the layer \"%s\". Delete it to begin anew."
                                        .formatted(file, layer.name()));
                    }
                    List<Long> pair = numbers(place);
                    places.put(layer, new RandomStream.Place(pair.get(0), pair.get(1)));
                });
        LayerTree.load(model, root);
        if (!ModelFile.restoreOptimizer(model, root)) {
            throw new BadFile(
                    "%s is the backup of a training with another optimizer, or of other weights. Delete it to begin anew."
                            .formatted(file));
        }
        places.forEach(Layer::randomPlace);
        List<Long> place = numbers(kept);
        flow.goTo(
                new BatchSource.Place(place.get(2), place.get(3) == 1, place.get(4)), place.get(5));
        return new Next(place.get(0).intValue(), place.get(1).intValue());
    }

    private static Map<String, Layer> layers(Model model) {
        var layers = new LinkedHashMap<String, Layer>();
        LayerTree.forEach(model, (layer, path) -> layers.put(path, layer));
        return layers;
    }

    private static String name(String path) {
        return path.isEmpty() ? "model" : path.replace('/', '.');
    }

    private static Tensor numbers(long... values) {
        float[] pieces = new float[values.length * PIECES];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = values[i / PIECES] >>> 16 * (i % PIECES) & 0xFFFF;
        }
        return Tensor.of(pieces);
    }

    private static List<Long> numbers(Tensor pieces) {
        var values = new ArrayList<Long>();
        for (int i = 0; i < pieces.size(); i += PIECES) {
            long value = 0;
            for (int piece = PIECES - 1; piece >= 0; piece--) {
                value = value << 16 | (long) pieces.get(i + piece);
            }
            values.add(value);
        }
        return values;
    }
}
