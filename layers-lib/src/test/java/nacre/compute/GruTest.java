package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GruTest {
    private final SplittableRandom random = new SplittableRandom(19);

    /// Empty, tiny, odd, and more than fit one tile or vector.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2, 4",
        "1, 1, 1, 1",
        "2, 0, 3, 5",
        "3, 4, 1, 16",
        "5, 2, 7, 17",
        "8, 3, 5, 33",
        "31, 2, 3, 20",
        "40, 5, 32, 70"
    })
    void anySequencesGoThroughAsOneNumberAfterTheOther(
            int batch, int steps, int features, int units) {
        var gru = new Gru(batch, steps, features, units);
        float[] x = Check.random(random, batch * steps * features);
        float[] kernel = Check.random(random, features * 3 * units);
        float[] recurrent = Check.random(random, units * 3 * units);
        float[] bias = Check.random(random, 6 * units);
        float[] first = Check.random(random, batch * (steps + 1) * units);
        String what = gru.toString();

        float[] gates = new float[gru.gatesSize()];
        float[] states = first.clone();
        plainForward(gru, x, kernel, recurrent, bias, states, gates);
        float[] fastGates = new float[gru.gatesSize()];
        float[] fast = new float[states.length];
        Check.sameForAnyThreads(
                fast,
                out -> {
                    System.arraycopy(first, 0, out, 0, out.length);
                    gru.forward(x, kernel, recurrent, bias, out, fastGates);
                });
        Check.close(states, fast, 1e-4, what);
        Check.close(gates, fastGates, 1e-4, what + " gates");
        gru.forward(x, kernel, recurrent, bias, first, new float[batch * 4 * units]);
        Check.close(fast, first, 0, what + " without gates kept");

        float[] g = Check.random(random, states.length);
        float[] dx = new float[batch * steps * 3 * units];
        float[] dh = new float[dx.length];
        float[] d = new float[batch * units];
        plainBackward(gru, gates, recurrent, states, g, dx, dh, d);
        float[] fastDx = new float[dx.length];
        float[] fastDh = new float[dx.length];
        float[] fastD = new float[d.length];
        Check.sameForAnyThreads(
                fastD, out -> gru.backward(gates, recurrent, states, g, fastDx, fastDh, out));
        Check.close(dx, fastDx, 1e-4, what + " inputs' gradient");
        Check.close(dh, fastDh, 1e-4, what + " states' gradient");
        Check.close(d, fastD, 1e-4, what + " first states' gradient");

        float[] last = Check.random(random, batch * units);
        gru.backward(gates, recurrent, states, Check.atTheEnd(last, batch, steps), dx, dh, d);
        gru.backward(gates, recurrent, states, last, fastDx, fastDh, fastD);
        Check.close(dx, fastDx, 0, what + " inputs' gradient from the last states");
        Check.close(d, fastD, 0, what + " first states' gradient from the last");
    }

    @Test
    void withoutABiasItIsZero() {
        var gru = new Gru(3, 2, 4, 5);
        float[] x = Check.random(random, 3 * 2 * 4);
        float[] kernel = Check.random(random, 4 * 15);
        float[] recurrent = Check.random(random, 5 * 15);
        float[] with = new float[3 * 3 * 5];
        float[] without = new float[with.length];
        gru.forward(x, kernel, recurrent, new float[30], with, new float[gru.gatesSize()]);
        gru.forward(x, kernel, recurrent, null, without, new float[gru.gatesSize()]);
        Check.close(with, without, 0, "no bias");
    }

    private static void plainForward(
            Gru gru,
            float[] x,
            float[] kernel,
            float[] recurrent,
            float[] bias,
            float[] states,
            float[] gates) {
        int units = gru.units();
        int wide = 3 * units;
        for (int n = 0; n < gru.batch(); n++) {
            for (int t = 0; t < gru.steps(); t++) {
                int z = (t * gru.batch() + n) * 4 * units;
                int s = (n * (gru.steps() + 1) + t) * units;
                for (int j = 0; j < wide; j++) {
                    float fromX = bias[j];
                    for (int p = 0; p < gru.features(); p++) {
                        fromX +=
                                x[(n * gru.steps() + t) * gru.features() + p]
                                        * kernel[p * wide + j];
                    }
                    float fromH = bias[wide + j];
                    for (int p = 0; p < units; p++) {
                        fromH += states[s + p] * recurrent[p * wide + j];
                    }
                    gates[z + j] = j < 2 * units ? fromX + fromH : fromX;
                    gates[z + units + j] = j < 2 * units ? gates[z + units + j] : fromH;
                }
                PlainGru.step(gates, z, states, s, units, 0);
            }
        }
    }

    private static void plainBackward(
            Gru gru,
            float[] gates,
            float[] recurrent,
            float[] states,
            float[] g,
            float[] dx,
            float[] dh,
            float[] d) {
        int units = gru.units();
        int wide = 3 * units;
        for (int n = 0; n < gru.batch(); n++) {
            int at = n * units;
            for (int t = gru.steps() - 1; t >= 0; t--) {
                int z = (t * gru.batch() + n) * 4 * units;
                int s = (n * (gru.steps() + 1) + t) * units;
                int to = (n * gru.steps() + t) * wide;
                for (int u = 0; u < units; u++) {
                    d[at + u] += g[s + units + u];
                }
                PlainGru.back(gates, z, states, s, dx, dh, to, d, at, units, 0);
                for (int u = 0; u < units; u++) {
                    for (int j = 0; j < wide; j++) {
                        d[at + u] += dh[to + j] * recurrent[u * wide + j];
                    }
                }
            }
            for (int u = 0; u < units; u++) {
                d[at + u] += g[n * (gru.steps() + 1) * units + u];
            }
        }
    }
}
