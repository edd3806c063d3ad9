package nacre.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import nacre.display.Screen;
import nacre.layers.WeightLimit;
import nacre.saving.AtomicFile;
import nacre.saving.BadFile;
import nacre.saving.Hdf5;
import nacre.saving.Hdf5Group;
import nacre.saving.Json;
import nacre.saving.KerasArchive;
import nacre.saving.LayerTree;
import nacre.tensor.Tensor;
import nacre.training.Optimizer;
import org.jspecify.annotations.Nullable;

/// Models in files: `.keras` (everything), `.weights.h5` (only the weights), and `.h5` as Keras
/// once wrote it (to read).
final class ModelFile {
    private static final String OPTIMIZER = "optimizer";
    private static final String VARIABLES = "vars";

    private ModelFile() {}

    static void save(Model model, Path path) {
        if (!path.toString().endsWith(".keras")) {
            throw new IllegalArgumentException(
                    "A model is saved under a name that ends in .keras; got \""
                            + path
                            + "\". For the weights alone there is saveWeights(\"….weights.h5\").");
        }
        Hdf5Group weights = weights(model);
        Map<String, byte[]> files = LayerTree.storeKeepsakes(model, weights);
        var archive = new KerasArchive(model.toJson(), weights, files);
        io(() -> archive.write(path));
    }

    static void saveWeights(Model model, Path path) {
        if (!path.toString().endsWith(".weights.h5")) {
            throw new IllegalArgumentException(
                    "Weights are saved under a name that ends in .weights.h5; got \""
                            + path
                            + "\".");
        }
        write(path, weights(model));
    }

    static void write(Path path, Hdf5Group root) {
        io(() -> AtomicFile.make(path, beside -> Hdf5.write(beside, root)));
    }

    /// The weights, and what the optimizer remembers.
    static Hdf5Group weights(Model model) {
        if (!model.built()) {
            throw new IllegalStateException(
                    "The model \""
                            + model.name()
                            + "\" has no weights before its first call. Begin it with Input.of(…), or"
                            + " call it on data first.");
        }
        var root = new Hdf5Group();
        LayerTree.store(model, root);
        Optimizer<?> optimizer = model.usedOptimizer();
        if (optimizer != null) {
            store(optimizer, root.make(OPTIMIZER));
        }
        return root;
    }

    private static void store(Optimizer<?> optimizer, Hdf5Group place) {
        Hdf5Group vars = place.make(VARIABLES);
        vars.attribute("name", optimizer.name());
        List<Tensor> variables = optimizer.variables();
        vars.putWhole("0", variables.get(0)); // how many batches
        for (int i = 1; i < variables.size(); i++) {
            vars.put(Integer.toString(i), variables.get(i));
        }
        optimizer.parts().forEach((name, inner) -> store(inner, place.make(name)));
    }

    static Model load(Path path, boolean compile) {
        return reading(
                path,
                () -> {
                    byte[] start = start(path);
                    if (Hdf5.isHdf5(start)) {
                        return OldFile.load(path.toString(), all(path), compile);
                    }
                    KerasArchive archive = archive(path);
                    Object config = Json.read("config.json in " + path, archive.config());
                    Model model =
                            WeightLimit.ofFile(
                                    numbers(archive.weights()), () -> Models.fromConfig(config));
                    LayerTree.load(model, archive.weights());
                    LayerTree.loadKeepsakes(model, archive.weights(), archive.assets());
                    if (compile
                            && config instanceof Map<?, ?> map
                            && map.get("compile_config") instanceof Map<?, ?> how
                            && !how.isEmpty()) {
                        model.compileFromConfig(Plain.map(how));
                        if (!restoreOptimizer(model, archive.weights())) {
                            forgets(model.optimizer());
                        }
                    }
                    return model;
                });
    }

    /// Gives the optimizer what it remembered; says whether that fits the weights that are trained
    /// now.
    static boolean restoreOptimizer(Model model, Hdf5Group root) {
        Hdf5Group vars = root.find(OPTIMIZER + "/" + VARIABLES);
        return restore(model, vars == null ? List.of() : vars.numbered());
    }

    /// Gives the optimizer what it remembered, if that fits.
    static boolean restore(Model model, List<Tensor> variables) {
        if (variables.isEmpty()) {
            return true;
        }
        Optimizer<?> optimizer = model.optimizer();
        WeightPaths.tell(model);
        optimizer.build(model.trainableWeights());
        List<Tensor> own = optimizer.variables();
        boolean fits = own.size() == variables.size();
        for (int i = 0; fits && i < own.size(); i++) {
            fits = own.get(i).shape().equals(variables.get(i).shape());
        }
        if (fits) {
            optimizer.setVariables(variables);
        }
        return fits;
    }

    static void loadWeights(Model model, Path path) {
        Object unused =
                reading(
                        path,
                        () -> {
                            if (Hdf5.isHdf5(start(path))) {
                                Hdf5Group root = Hdf5.read(path.toString(), all(path));
                                if (root.find("layers") == null
                                        && (!root.texts("layer_names").isEmpty()
                                                || root.find("model_weights") != null)) {
                                    OldFile.loadWeights(model, root);
                                } else {
                                    LayerTree.load(model, root);
                                }
                            } else {
                                LayerTree.load(model, archive(path).weights());
                            }
                            return model;
                        });
    }

    private static long numbers(Hdf5Group group) {
        long own = group.arrays().values().stream().mapToLong(Tensor::size).sum();
        return own + group.groups().values().stream().mapToLong(ModelFile::numbers).sum();
    }

    /// As in Keras: layers were frozen or freed after the optimizer had begun.
    static void forgets(Optimizer<?> optimizer) {
        Screen.display(
                "What the file has for the optimizer %s does not fit the weights that are trained now; it begins anew."
                        .formatted(optimizer.name()));
    }

    // --- errors that name the file

    static <T> T reading(Path path, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            String message = String.valueOf(e.getMessage());
            throw new BadFile(
                    message.contains(path.toString()) ? message : path + ": " + message, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new BadFile(path + " holds no model that can be made" + BadFile.because(e), e);
        }
    }

    private static KerasArchive archive(Path path) {
        return io(() -> KerasArchive.read(path));
    }

    private static byte[] start(Path path) {
        return io(
                () -> {
                    if (!Files.isRegularFile(path)) {
                        String why =
                                Files.exists(path) ? "is a folder, not a file" : "does not exist";
                        throw new NoSuchFileException(path.toString(), null, why);
                    }
                    try (var in = Files.newInputStream(path)) {
                        return in.readNBytes(8);
                    }
                });
    }

    static byte[] all(Path path) {
        return io(
                () -> {
                    if (Files.size(path) > Integer.MAX_VALUE - 16) {
                        throw new BadFile(
                                path
                                        + " is larger than 2 GB, which is more than can be read at once.");
                    }
                    return Files.readAllBytes(path);
                });
    }

    private interface Reading<T> {
        @Nullable T run() throws IOException;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static <T> T io(Reading<T> work) {
        try {
            return Objects.requireNonNull(work.run());
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("%s %s.".formatted(e.getFile(), e.getReason()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void io(Writing work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }
}
