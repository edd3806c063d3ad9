package nacre.compute;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LstmTest {
    private final SplittableRandom random = new SplittableRandom(13);

    @Test
    void anySequencesGoThroughAsOneNumberAfterTheOther() {
        for (int[] size : SIZES) {
            run(size[0], size[1], size[2], size[3]);
        }
    }

    /// Samples, steps, features, units: empty, tiny, odd, and more than fit one tile or vector.
    private static final int[][] SIZES = {
        {0, 3, 2, 4},
        {1, 1, 1, 1},
        {2, 0, 3, 5},
        {3, 4, 1, 16},
        {5, 2, 7, 17},
        {8, 3, 5, 33},
        {31, 2, 3, 20},
        {40, 5, 32, 70}
    };

    private void run(int batch, int steps, int features, int units) {
        var lstm = new Lstm(batch, steps, features, units);
        int wide = 4 * units;
        float[] x = Check.random(random, batch * steps * features);
        float[] kernel = Check.random(random, features * wide);
        float[] recurrent = Check.random(random, units * wide);
        float[] bias = Check.random(random, wide);
        float[] first = Check.random(random, batch * (steps + 1) * 2 * units);
        String what = lstm.toString();

        float[] gates = new float[lstm.gatesSize()];
        float[] states = first.clone();
        plainForward(lstm, x, kernel, recurrent, bias, states, gates);
        float[] fastGates = new float[lstm.gatesSize()];
        float[] fast = new float[states.length];
        Check.sameForAnyThreads(
                fast,
                out -> {
                    System.arraycopy(first, 0, out, 0, out.length);
                    lstm.forward(x, kernel, recurrent, bias, out, fastGates);
                });
        Check.close(states, fast, 1e-5, what);
        Check.close(gates, fastGates, 1e-5, what);
        lstm.forward(x, kernel, recurrent, bias, first, new float[batch * wide]);
        Check.close(fast, first, 0, what + " without gates kept");

        float[] g = Check.random(random, states.length);
        float[] dz = new float[lstm.gatesSize()];
        float[] d = new float[batch * 2 * units];
        plainBackward(lstm, gates, recurrent, states, g, dz, d);
        float[] fastDz = new float[dz.length];
        float[] fastD = new float[d.length];
        Check.sameForAnyThreads(
                fastD, out -> lstm.backward(gates, recurrent, states, g, fastDz, out));
        Check.close(dz, fastDz, 1e-4, what + " gates' gradient");
        Check.close(d, fastD, 1e-4, what + " first states' gradient");

        float[] last = Check.random(random, batch * 2 * units);
        lstm.backward(gates, recurrent, states, Check.atTheEnd(last, batch, steps), dz, d);
        lstm.backward(gates, recurrent, states, last, fastDz, fastD);
        Check.close(dz, fastDz, 0, what + " gates' gradient from the last states");
        Check.close(d, fastD, 0, what + " first states' gradient from the last");
    }

    @Test
    void aClosedOutputGateHasAGradient() {
        var lstm = new Lstm(1, 1, 1, 16);
        float[] gates = Check.random(random, lstm.gatesSize());
        Arrays.fill(gates, 48, 64, 0);
        float[] states = Check.random(random, 2 * 2 * 16);
        Arrays.fill(states, 32, 48, 0);
        float[] recurrent = new float[16 * 64];
        float[] g = Check.random(random, states.length);
        float[] dz = new float[gates.length];
        float[] d = new float[32];
        plainBackward(lstm, gates, recurrent, states, g, dz, d);
        float[] fastDz = new float[dz.length];
        float[] fastD = new float[d.length];
        lstm.backward(gates, recurrent, states, g, fastDz, fastD);
        Check.close(dz, fastDz, 1e-6, "gates' gradient");
        Check.close(d, fastD, 1e-6, "first states' gradient");
    }

    private static void plainForward(
            Lstm l,
            float[] x,
            float[] kernel,
            float[] recurrent,
            float[] bias,
            float[] states,
            float[] gates) {
        int units = l.units();
        for (int n = 0; n < l.batch(); n++) {
            for (int t = 0; t < l.steps(); t++) {
                int z = (t * l.batch() + n) * 4 * units;
                int s = (n * (l.steps() + 1) + t) * 2 * units;
                for (int j = 0; j < 4 * units; j++) {
                    float sum = bias[j];
                    for (int p = 0; p < l.features(); p++) {
                        sum +=
                                x[(n * l.steps() + t) * l.features() + p]
                                        * kernel[p * 4 * units + j];
                    }
                    for (int p = 0; p < units; p++) {
                        sum += states[s + p] * recurrent[p * 4 * units + j];
                    }
                    gates[z + j] = sum;
                }
                PlainLstm.step(gates, z, states, s, units, 0);
            }
        }
    }

    private static void plainBackward(
            Lstm l,
            float[] gates,
            float[] recurrent,
            float[] states,
            float[] g,
            float[] dz,
            float[] d) {
        int units = l.units();
        for (int n = 0; n < l.batch(); n++) {
            int at = n * 2 * units;
            for (int t = l.steps() - 1; t >= 0; t--) {
                int z = (t * l.batch() + n) * 4 * units;
                int s = (n * (l.steps() + 1) + t) * 2 * units;
                int to = (n * l.steps() + t) * 4 * units;
                for (int u = 0; u < 2 * units; u++) {
                    d[at + u] += g[s + 2 * units + u];
                }
                PlainLstm.back(gates, z, states, s, dz, to, d, at, units, 0);
                for (int u = 0; u < units; u++) {
                    float sum = 0;
                    for (int j = 0; j < 4 * units; j++) {
                        sum += dz[to + j] * recurrent[u * 4 * units + j];
                    }
                    d[at + u] = sum;
                }
            }
            for (int u = 0; u < 2 * units; u++) {
                d[at + u] += g[n * (l.steps() + 1) * 2 * units + u];
            }
        }
    }
}
