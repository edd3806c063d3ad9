package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import nacre.compute.Threads;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.merging.Concatenate;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.recurrent.LSTM;
import nacre.layers.regularization.Dropout;
import nacre.layers.reshaping.Flatten;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.Trainee;
import nacre.training.optimizers.Lamb;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Sequential dense() {
        return compiled(
                Sequential.of(
                        Input.of(784),
                        new Dense(128).activation("relu"),
                        new Dropout(0.2),
                        new Dense(10).activation("softmax")));
    }

    private static Sequential convolutional() {
        return compiled(
                Sequential.of(
                        Input.of(28, 28, 1),
                        new Conv2D(16, 3).activation("relu"),
                        new MaxPooling2D(2),
                        new Flatten(),
                        new Dense(10).activation("softmax")));
    }

    private static Sequential recurrent() {
        return compiled(
                Sequential.of(Input.of(20, 16), new LSTM(32), new Dense(10).activation("softmax")));
    }

    private static Sequential joined() {
        Tensor x = Input.of(512);
        Model both = Model.of(x, new Concatenate().apply(x, new Dense(512).apply(x)));
        return compiled(Sequential.of(Input.of(512), both, new Dense(10).activation("softmax")));
    }

    private static Sequential compiled(Sequential model) {
        model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
        return model;
    }

    @Test
    void aSteadyFitMakesHardlyAnyGarbage() {
        steady(dense(), 128);
        steady(convolutional(), 64);
        steady(recurrent(), 64);
        steady(joined(), 128);
    }

    @Test
    void anOptimizerMakesNoGarbageEither() {
        Sequential model = dense();
        model.compile(new Lamb().clipnorm(1), "sparse_categorical_crossentropy");
        steady(model, 128);
    }

    /// Trains until ten steps in a row have each allocated less than a twentieth of the numbers
    /// that they have moved; before, the compiler is not done with the vector loops, whose vectors
    /// are objects until then.
    private static void steady(Sequential model, int batch) {
        int before = Threads.count();
        Threads.use(1); // so that this thread does it all
        try {
            var watch = new Allocations(model.memory(batch).step() / 20);
            Shape shape = model.inputShape().with(0, 2 * batch);
            model.fit(Tensor.zeros(shape), Tensor.zeros(Shape.of(2 * batch)))
                    .batchSize(batch)
                    .epochs(1_000_000)
                    .verbose(0)
                    .callbacks(watch)
                    .run();
            assertTrue(
                    watch.inRow == Allocations.ENOUGH,
                    model + ": the last step has allocated " + watch.last + " bytes");
        } finally {
            Threads.use(before);
        }
    }

    private static final class Allocations implements Callback {
        static final int ENOUGH = 10;

        private final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        private final long most;
        private long start;
        private long last;
        private int inRow;

        Allocations(long most) {
            this.most = most;
        }

        @Override
        public void onTrainBatchBegin(Trainee trainee, int batch) {
            start = THREAD.getCurrentThreadAllocatedBytes();
        }

        @Override
        public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
            last = THREAD.getCurrentThreadAllocatedBytes() - start;
            inRow = last < most ? inRow + 1 : 0;
            if (inRow == ENOUGH || System.nanoTime() > end) {
                trainee.stopTraining();
            }
        }
    }

    @Test
    void whatIsStatedIsWhatAStepHolds() {
        long before = used();
        var model =
                compiled(
                        Sequential.of(
                                Input.of(512),
                                new Dense(1024).activation("relu"),
                                new Dense(1024).activation("tanh"),
                                new Dense(10).activation("softmax")));
        Tensor x = Tensor.zeros(Shape.of(4096, 512));
        Tensor y = Tensor.zeros(Shape.of(4096));
        long data = 4L * (x.size() + y.size());
        long[] held = {0};
        model.fit(x, y)
                .batchSize(2048)
                .verbose(0)
                .callbacks(
                        new Callback() {
                            @Override
                            public void onTrainBatchEnd(
                                    Trainee trainee, int batch, Map<String, Double> logs) {
                                held[0] = used() - before - data;
                            }
                        })
                .run();
        long stated = model.memory(2048).total();
        assertEquals(1, (double) held[0] / stated, 0.2, stated + " stated, held " + held[0]);
    }

    /// The bytes of all arrays of floats that are in use, as the JVM counts them. (How full the
    /// heap is would not tell: some collectors give large arrays whole regions.)
    private static long used() {
        try {
            Object histogram =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                    "gcClassHistogram",
                                    new Object[] {new String[0]},
                                    new String[] {String[].class.getName()});
            var floats = Pattern.compile("(\\d+)\\s+\\[F\\b").matcher(histogram.toString());
            assertTrue(floats.find());
            return Long.parseLong(floats.group(1));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingOfTheModelIsChanged() {
        Sequential model = dense();
        Tensor kernel = model.getWeights().get(0);
        Memory memory = model.memory(32);
        assertEquals(kernel.toString(), model.getWeights().get(0).toString());
        assertEquals(0, model.optimizer().iterations());
        assertEquals(4L * (784 * 128 + 128 + 128 * 10 + 10), memory.weights());
        assertEquals(2 * memory.weights(), memory.optimizer(), 16);
        assertTrue(memory.toString().contains("a step of 32 samples"), memory.toString());
    }

    @Test
    void openSizesAreSaid() {
        Sequential model =
                compiled(Sequential.of(Input.of(Shape.NONE, 4), new LSTM(3), new Dense(10)));
        var error = assertThrows(IllegalStateException.class, () -> model.memory(8));
        assertTrue(error.getMessage().contains("open"), error.getMessage());
    }
}
