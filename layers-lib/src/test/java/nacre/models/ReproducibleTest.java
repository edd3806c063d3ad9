package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import nacre.compute.Threads;
import nacre.data.Data;
import nacre.data.DataSet;
import nacre.layers.attention.MultiHeadAttention;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.convolutional.SeparableConv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.pooling.GlobalAveragePooling1D;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.recurrent.Bidirectional;
import nacre.layers.recurrent.GRU;
import nacre.layers.recurrent.LSTM;
import nacre.layers.regularization.Dropout;
import nacre.layers.reshaping.Flatten;
import nacre.layers.reshaping.Reshape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One seed, one result, on one, two or four threads, bit for bit.
class ReproducibleTest {
    private static final DataSet DIGITS = Data.digits(96, 3);
    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.use(before);
    }

    /// What training leaves behind.
    private record Result(String history, List<int[]> weights, int[] predictions) {}

    private interface Maker {
        Model make();
    }

    private static Result trained(Maker maker, long seed, int threads) {
        Threads.use(threads);
        Model model = maker.make().seed(seed);
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        model.fit(DIGITS).epochs(2).batchSize(32).validationSplit(0.25).verbose(0).run();
        return new Result(
                model.history().toString() + model.history().get("val_loss"),
                model.getWeights().stream().map(ReproducibleTest::bits).toList(),
                bits(model.predict(DIGITS.x())));
    }

    private static int[] bits(Tensor x) {
        float[] values = x.toArray();
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    private static void assertSameOnAnyNumberOfThreads(Maker maker) {
        Result one = trained(maker, 21, 1);
        for (int threads : new int[] {2, 4, 1}) {
            Result other = trained(maker, 21, threads);
            assertEquals(one.history(), other.history(), threads + " threads");
            for (int i = 0; i < one.weights().size(); i++) {
                assertArrayEquals(one.weights().get(i), other.weights().get(i), "weight " + i);
            }
            assertArrayEquals(one.predictions(), other.predictions());
        }
        Result another = trained(maker, 22, 1);
        assertFalse(Arrays.equals(one.predictions(), another.predictions()), "another seed");
    }

    @Test
    void convolutions() {
        assertSameOnAnyNumberOfThreads(
                () ->
                        Sequential.of(
                                Input.of(28, 28, 1),
                                new Conv2D(8, 3).activation("relu"),
                                new BatchNormalization(),
                                new MaxPooling2D(2),
                                new SeparableConv2D(8, 3).activation("relu"),
                                new Flatten(),
                                new Dropout(0.5),
                                new Dense(10).activation("softmax")));
    }

    @Test
    void recurrentLayersAndAttention() {
        assertSameOnAnyNumberOfThreads(
                () -> {
                    Tensor x = Input.of(28, 28, 1);
                    Tensor rows = new Reshape(28, 28).apply(x);
                    Tensor read = new Bidirectional(new LSTM(16).returnSequences(true)).apply(rows);
                    Tensor seen = new MultiHeadAttention(2, 8).apply(read, read);
                    Tensor last = new GRU(12).dropout(0.2).returnSequences(true).apply(seen);
                    Tensor mean = new GlobalAveragePooling1D().apply(last);
                    return Model.of(x, new Dense(10).activation("softmax").apply(mean));
                });
    }
}
