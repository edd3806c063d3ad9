package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Random inputs, and the comparison of a fast loop with its plain twin.
final class Check {
    static {
        try {
            Warmup.await(); // so that the vector loops are tested, not their stand-ins
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Check() {}

    /// `n` numbers between -1 and 1.
    static float[] random(SplittableRandom random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (2 * random.nextDouble() - 1);
        }
        return x;
    }

    /// Equal up to `tolerance`, relative for numbers above one.
    static void close(float[] expected, float[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(1, Math.abs(expected[i]));
            boolean same = Float.compare(expected[i], actual[i]) == 0;
            if (!same && !(Math.abs(expected[i] - actual[i]) <= tolerance * scale)) {
                fail(
                        what
                                + ": element "
                                + i
                                + " should be "
                                + expected[i]
                                + " but is "
                                + actual[i]);
            }
        }
    }

    /// Gradients by the states of all steps, zeros but for the last ones, which are given.
    static float[] atTheEnd(float[] last, int batch, int steps) {
        float[] all = new float[last.length * (steps + 1)];
        int width = batch == 0 ? 0 : last.length / batch;
        for (int n = 0; n < batch; n++) {
            System.arraycopy(last, n * width, all, (n * (steps + 1) + steps) * width, width);
        }
        return all;
    }

    /// Runs `body` with one thread and with five; it is to give the same numbers, bit by bit.
    static void sameForAnyThreads(float[] out, Consumer<float[]> body) {
        int before = Threads.count();
        try {
            Threads.use(1);
            float[] alone = new float[out.length];
            body.accept(alone);
            Threads.use(5);
            body.accept(out);
            close(alone, out, 0, "five threads");
        } finally {
            Threads.use(before);
        }
    }
}
