package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import nacre.compute.Interrupted;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.callbacks.LambdaCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptTest {
    private static final Tensor X = Tensor.range(400).reshape(100, 4).div(400);
    private static final Tensor Y = X.sum(1).expandDims(1);

    @AfterEach
    void forget() {
        boolean unused = Thread.interrupted();
    }

    private static Sequential line() {
        var model = Sequential.of(Input.of(4), new Dense(1)).seed(1);
        model.compile("sgd", "mse");
        return model;
    }

    @Test
    void anInterruptStopsAtTheNextBatchAndLeavesModelAndHistoryIntact() {
        var model = line();
        var batches = new ArrayList<Integer>();
        var ended = new AtomicBoolean();
        var stop =
                new LambdaCallback()
                        .onTrainBatchEnd(
                                (batch, _) -> {
                                    batches.add(batch);
                                    // the fourth batch of the second epoch
                                    if (batches.size() == 14) {
                                        Thread.currentThread().interrupt();
                                    }
                                })
                        .onTrainEnd(() -> ended.set(!Thread.currentThread().isInterrupted()));
        assertThrows(
                Interrupted.class,
                () ->
                        model.fit(X, Y)
                                .batchSize(10)
                                .epochs(5)
                                .shuffle(false)
                                .callbacks(stop)
                                .verbose(0)
                                .run());

        assertTrue(Thread.interrupted(), "the interrupt is passed on");
        assertTrue(ended.get(), "the end is told, undisturbed");
        assertEquals(14, batches.size());
        assertEquals(14, model.optimizer().iterations());
        assertEquals(1, model.history().get("loss").size(), "the first epoch is recorded");
        var other = line();
        other.fit(X, Y).batchSize(10).shuffle(false).verbose(0).run();
        other.fit(X, Y).batchSize(10).stepsPerEpoch(4).shuffle(false).verbose(0).run();
        assertArrayEquals(
                other.predict(X).toArray(), model.predict(X).toArray(), "as after 14 steps");
    }

    @Test
    void trainingGoesOnAfterwards() {
        var model = line();
        Thread.currentThread().interrupt();
        assertThrows(Interrupted.class, () -> model.fit(X, Y).verbose(0).run());
        boolean unused = Thread.interrupted();
        double before = model.evaluate(X, Y).get("loss");
        model.fit(X, Y).epochs(3).verbose(0).run();
        assertTrue(model.evaluate(X, Y).get("loss") < before);
    }

    /// Interrupts its own thread in the middle of moving the weights.
    private static final class Disturbed extends Optimizer<Disturbed> {
        int moved;

        Disturbed() {
            super(0.1);
        }

        @Override
        protected void step(
                Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
            Thread.currentThread().interrupt();
            nacre.compute.Elementwise.fma(g, 0, -rate, w, 0, w.length);
            moved++;
        }
    }

    @Test
    void weightsMoveAllOrNotAtAll() {
        var optimizer = new Disturbed();
        var model = Sequential.of(Input.of(4), new Dense(3), new Dense(1)).seed(1);
        model.compile(optimizer, "mse");
        assertThrows(Interrupted.class, () -> model.fit(X, Y).batchSize(10).verbose(0).run());
        assertEquals(4, optimizer.moved, "both kernels and both biases of one step");
    }

    @Test
    void anOperationThatOneThreadDoesAloneStopsToo() {
        Tensor numbers = Tensor.range(10);
        Thread.currentThread().interrupt();
        assertThrows(Interrupted.class, numbers::sort);
    }

    @Test
    void predictStopsToo() {
        var model = line();
        Tensor many = Tensor.zeros(Shape.of(1000, 4));
        Thread.currentThread().interrupt();
        assertThrows(Interrupted.class, () -> model.predict(many));
    }
}
