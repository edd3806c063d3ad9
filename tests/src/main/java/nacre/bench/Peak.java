package nacre.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import nacre.compute.Threads;

/// What the machine can do at most: the measure of a kernel.
final class Peak {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int TURNS = 20_000;

    /// More pieces than threads, so that one that is held up holds nobody up.
    private static final int PIECES = 16;

    private static volatile float sink;

    private Peak() {}

    /// Floating-point operations of one run of [#multiplyAdds].
    static double operations() {
        return 2.0 * S.length() * CHAINS * TURNS * PIECES;
    }

    /// Multiply-adds on registers alone, on all threads.
    static Runnable multiplyAdds() {
        return () ->
                Threads.forEach(
                        PIECES,
                        1,
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                sink = chains(0.5f);
                            }
                        });
    }

    /// Twelve sums that do not wait for each other, all different, so that the compiler keeps them
    /// apart: two units times a latency of four need eight, and the smallest processors have
    /// sixteen registers.
    private static float chains(float start) {
        FloatVector x = FloatVector.broadcast(S, start);
        FloatVector y = x.add(0.25f);
        FloatVector a = x.add(1), b = x.add(2), c = x.add(3), d = x.add(4);
        FloatVector e = x.add(5), f = x.add(6), g = x.add(7), h = x.add(8);
        FloatVector i = x.add(9), j = x.add(10), k = x.add(11), l = x.add(12);
        for (int turn = 0; turn < TURNS; turn++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        FloatVector sum = a.add(b).add(c).add(d).add(e).add(f);
        return sum.add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }

    /// Moves so many bytes, half of them read and half written, on all threads.
    static Runnable copy(double bytes) {
        int n = (int) (bytes / (2 * Float.BYTES));
        float[] x = Workloads.random(n);
        float[] y = new float[n];
        return () ->
                Threads.forEach(n, Math.max(n / PIECES, 1 << 14), (i, to) -> move(x, y, i, to));
    }

    private static void move(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = 2 * x[i];
        }
    }
}
