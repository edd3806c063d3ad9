package nacre.tests.learning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Logger;
import nacre.data.Data;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.regularization.Dropout;
import nacre.layers.reshaping.Flatten;
import nacre.models.Sequential;
import nacre.training.optimizers.Adam;
import org.junit.jupiter.api.Test;

/// The network of the lesson `14-cnn` reads digits that it has never seen, also where vectors of
/// another length round otherwise than in the stored lesson.
class DigitsIT {
    private static final long SEED = 7;
    private static final Logger LOG = Logger.getLogger(DigitsIT.class.getName());

    @Test
    void aSmallNetworkReadsNinetySevenOfAHundred() {
        var model =
                Sequential.of(
                                Input.of(28, 28, 1),
                                new Conv2D(8, 3).activation("relu"),
                                new MaxPooling2D(2),
                                new Conv2D(16, 3).activation("relu"),
                                new MaxPooling2D(2),
                                new Flatten(),
                                new Dropout(0.5),
                                new Dense(10).activation("softmax"))
                        .seed(SEED);
        model.compile(new Adam(0.004), "sparse_categorical_crossentropy", "accuracy");
        long begin = System.nanoTime();
        model.fit(Data.digits(5000, SEED)).epochs(6).verbose(0).run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double accuracy = model.evaluate(Data.digits(1000, SEED + 1000)).get("accuracy");
        LOG.info(
                () ->
                        "digits: accuracy %.4f with seed %d after %.1f s"
                                .formatted(accuracy, SEED, seconds));
        assertTrue(accuracy >= 0.97, "accuracy " + accuracy);
    }
}
