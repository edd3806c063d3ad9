package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.config.Registry;
import nacre.layers.core.Dense;
import nacre.layers.core.Embedding;
import nacre.layers.core.Input;
import nacre.layers.recurrent.GRU;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.optimizers.Adam;
import nacre.training.optimizers.LossScaleOptimizer;
import nacre.training.optimizers.MultiOptimizer;
import nacre.training.optimizers.OptimizerMap;
import nacre.training.optimizers.SGD;
import nacre.training.schedules.CosineDecay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Training goes on after a file as if there had been none, whatever the optimizer; and several
/// optimizers in one model.
class OptimizersInFilesTest {
    private static final Tensor X = Tensor.of(new float[][] {{1, 2, 3}, {3, 1, 0}, {2, 2, 1}});
    private static final Tensor Y = Tensor.of(new float[][] {{1}, {0}, {1}});

    @TempDir Path folder;

    private static Model model(Optimizer<?> optimizer) {
        Model model =
                Sequential.of(
                                Input.of(3),
                                new Embedding(4, 2),
                                new GRU(2).name("reader"),
                                new Dense(1).name("out"))
                        .seed(5);
        model.name("judge");
        model.compile(optimizer, "mse");
        return model;
    }

    private static MultiOptimizer several() {
        return new MultiOptimizer(
                new OptimizerMap(new SGD(0.1).momentum(0.9))
                        .put("judge/out/.*", new Adam(0.05))
                        .put("judge/reader/gru_cell/bias", new Adam(0.2)));
    }

    static Stream<Optimizer<?>> optimizers() {
        Stream<Optimizer<?>> plain =
                Registry.all(Optimizer.class).stream()
                        .map(Class::getSimpleName)
                        .filter(
                                name ->
                                        !List.of("LossScaleOptimizer", "MultiOptimizer")
                                                .contains(name))
                        .map(Optimizer::of);
        return Stream.concat(
                plain,
                Stream.of(
                        several(),
                        new LossScaleOptimizer(new Adam(0.1)).dynamicGrowthSteps(2),
                        new Adam(0.1).useEma(true).gradientAccumulationSteps(2),
                        new SGD(0.1).learningRate(new CosineDecay(0.1, 10))));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void trainingGoesOnAfterAFile(Optimizer<?> optimizer) {
        String file = folder.resolve("m.keras").toString();
        Model model = model(optimizer);
        for (int i = 0; i < 3; i++) {
            model.trainOnBatch(X, Y);
        }
        model.save(file);
        Model loaded = Models.load(file);
        assertEquals(
                model.optimizer().serialize().toString(),
                loaded.optimizer().serialize().toString());
        for (int i = 0; i < 3; i++) {
            assertEquals(model.trainOnBatch(X, Y), loaded.trainOnBatch(X, Y));
        }
        assertArrayEquals(model.predict(X).toArray(), loaded.predict(X).toArray());
    }

    @Test
    void eachWeightFollowsItsOwnOptimizer() {
        Model several = model(several());
        Model one = model(new SGD(0.1).momentum(0.9));
        Model other = model(new Adam(0.05));
        for (Model model : List.of(several, one, other)) {
            var unused = model.trainOnBatch(X, Y);
        }
        assertEquals(
                List.of(
                        "judge/embedding/embeddings",
                        "judge/reader/gru_cell/kernel",
                        "judge/reader/gru_cell/recurrent_kernel",
                        "judge/reader/gru_cell/bias",
                        "judge/out/kernel",
                        "judge/out/bias"),
                several.trainableWeights().stream()
                        .map(Weight::path)
                        .map(path -> path.replaceAll("embedding_\\d+", "embedding"))
                        .map(path -> path.replaceAll("gru_cell_\\d+", "gru_cell"))
                        .toList());
        List<Tensor> got = several.getWeights();
        for (int i : new int[] {0, 1, 2}) {
            assertArrayEquals(one.getWeights().get(i).toArray(), got.get(i).toArray());
        }
        for (int i : new int[] {4, 5}) {
            assertArrayEquals(other.getWeights().get(i).toArray(), got.get(i).toArray());
        }
    }

    @Test
    void saysWhatDoesNotFit() {
        var map = new OptimizerMap(new SGD()).put("a/.*", new Adam()).put(".*/kernel", new Adam());
        String message =
                assertThrows(IllegalArgumentException.class, () -> map.get("a/kernel"))
                        .getMessage();
        assertTrue(message.contains("Several optimizers"), message);
        message = assertThrows(IllegalStateException.class, several()::learningRate).getMessage();
        assertTrue(message.contains("one by one"), message);
        var scheduled = new SGD(0.1).learningRate(new CosineDecay(0.1, 10));
        message =
                assertThrows(IllegalStateException.class, () -> scheduled.learningRate(0.2))
                        .getMessage();
        assertTrue(message.contains("follows CosineDecay"), message);
    }

    @Test
    void layersThatAreFreedLaterKeepTheirPlaceInFiles() {
        var model = Sequential.of(Input.of(2), new Dense(2), new Dense(2)).seed(2); // equal shapes
        model.getLayer(0).trainable(false);
        model.compile("adam", "mse");
        Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 1}});
        model.fit(x, x).verbose(0).run();
        model.getLayer(0).trainable(true);
        model.fit(x, x).verbose(0).run();
        Path file = folder.resolve("m.keras");
        model.save(file);
        var loaded = Models.load(file);
        assertEquals(model.trainOnBatch(x, x), loaded.trainOnBatch(x, x));
        assertArrayEquals(model.predict(x).toArray(), loaded.predict(x).toArray());
    }
}
