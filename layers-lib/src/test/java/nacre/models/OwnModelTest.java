package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import nacre.layers.config.Registry;
import nacre.layers.core.Dense;
import nacre.layers.regularization.Dropout;
import nacre.saving.BadFile;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model with a `call` of its own, as it is typed into a cell.
class OwnModelTest {
    private static final Tensor X = Tensor.of(new float[][] {{1, 2}, {3, 1}, {0, 2}});
    private static final Tensor Y = Tensor.of(new float[][] {{1}, {0}, {1}});

    /// Two layers with something between them.
    static final class Small extends Model {
        private final int units;
        private final Dense hidden;
        private final Dropout drop = new Dropout(0.2);
        private final Dense out = new Dense(1);

        Small(int units) {
            this.units = units;
            this.hidden = new Dense(units).activation("relu");
        }

        @Override
        protected Tensor call(Tensor x) {
            return out.apply(drop.apply(hidden.apply(x)));
        }
    }

    @TempDir Path folder;

    private static Small trained() {
        var model = new Small(3);
        model.seed(4);
        model.compile("adam", "mse", "mae");
        model.fit(X, Y).epochs(2).verbose(0).run();
        return model;
    }

    @Test
    void comesBackFromAFileOnceItsClassIsKnown() {
        Small model = trained();
        String file = folder.resolve("m.keras").toString();
        model.save(file);
        String message = assertThrows(BadFile.class, () -> Models.load(file)).getMessage();
        assertTrue(message.contains("Registry.register(Small.class)"), message);
        Registry.register(Small.class);
        Model loaded = assertInstanceOf(Small.class, Models.load(file));
        assertArrayEquals(model.predict(X).toArray(), loaded.predict(X).toArray());
        assertEquals(model.evaluate(X, Y), loaded.evaluate(X, Y));
        assertEquals(model.optimizer().iterations(), loaded.optimizer().iterations());
    }

    @Test
    void weightsAloneNeedACallFirst() {
        Small model = trained();
        String file = folder.resolve("m.weights.h5").toString();
        model.saveWeights(file);
        var other = new Small(3);
        String message = assertThrows(BadFile.class, () -> other.loadWeights(file)).getMessage();
        assertTrue(message.contains("Call the model on data first"), message);
        Tensor unused = other.predict(X);
        other.loadWeights(file);
        assertArrayEquals(model.predict(X).toArray(), other.predict(X).toArray());
    }
}
