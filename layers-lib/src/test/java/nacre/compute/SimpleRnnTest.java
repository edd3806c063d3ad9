package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleRnnTest {
    private final SplittableRandom random = new SplittableRandom(23);

    /// Empty, tiny, odd, and more than fit one tile or vector; each function it knows.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2, 4, TANH",
        "1, 1, 1, 1, RELU",
        "2, 0, 3, 5, TANH",
        "3, 4, 1, 16, SIGMOID",
        "5, 2, 7, 17, RELU",
        "8, 3, 5, 33, TANH",
        "31, 2, 3, 20, SIGMOID",
        "40, 5, 32, 70, TANH"
    })
    void anySequencesGoThroughAsOneNumberAfterTheOther(
            int batch, int steps, int features, int units, Unary f) {
        var rnn = new SimpleRnn(batch, steps, features, units, f);
        float[] x = Check.random(random, batch * steps * features);
        float[] kernel = Check.random(random, features * units);
        float[] recurrent = Check.random(random, units * units);
        float[] bias = Check.random(random, units);
        float[] first = Check.random(random, batch * (steps + 1) * units);
        String what = rnn.toString();

        float[] states = first.clone();
        plainForward(rnn, x, kernel, recurrent, bias, states);
        float[] fast = new float[states.length];
        Check.sameForAnyThreads(
                fast,
                out -> {
                    System.arraycopy(first, 0, out, 0, out.length);
                    rnn.forward(x, kernel, recurrent, bias, out);
                });
        Check.close(states, fast, 1e-4, what);

        float[] g = Check.random(random, states.length);
        float[] dz = new float[batch * steps * units];
        float[] d = new float[batch * units];
        plainBackward(rnn, recurrent, states, g, dz, d);
        float[] fastDz = new float[dz.length];
        float[] fastD = new float[d.length];
        Check.sameForAnyThreads(fastD, out -> rnn.backward(recurrent, states, g, fastDz, out));
        Check.close(dz, fastDz, 1e-4, what + " gradient by the sums");
        Check.close(d, fastD, 1e-4, what + " first states' gradient");

        float[] last = Check.random(random, batch * units);
        rnn.backward(recurrent, states, Check.atTheEnd(last, batch, steps), dz, d);
        rnn.backward(recurrent, states, last, fastDz, fastD);
        Check.close(dz, fastDz, 0, what + " sums' gradient from the last states");
        Check.close(d, fastD, 0, what + " first states' gradient from the last");
    }

    private static void plainForward(
            SimpleRnn rnn,
            float[] x,
            float[] kernel,
            float[] recurrent,
            float[] bias,
            float[] states) {
        int units = rnn.units();
        for (int n = 0; n < rnn.batch(); n++) {
            for (int t = 0; t < rnn.steps(); t++) {
                int s = (n * (rnn.steps() + 1) + t) * units;
                for (int j = 0; j < units; j++) {
                    float sum = bias[j];
                    for (int p = 0; p < rnn.features(); p++) {
                        sum +=
                                x[(n * rnn.steps() + t) * rnn.features() + p]
                                        * kernel[p * units + j];
                    }
                    for (int p = 0; p < units; p++) {
                        sum += states[s + p] * recurrent[p * units + j];
                    }
                    states[s + units + j] = rnn.f().plain(sum);
                }
            }
        }
    }

    private static void plainBackward(
            SimpleRnn rnn, float[] recurrent, float[] states, float[] g, float[] dz, float[] d) {
        int units = rnn.units();
        for (int n = 0; n < rnn.batch(); n++) {
            int at = n * units;
            for (int t = rnn.steps() - 1; t >= 0; t--) {
                int next = (n * (rnn.steps() + 1) + t + 1) * units;
                int to = (n * rnn.steps() + t) * units;
                for (int u = 0; u < units; u++) {
                    dz[to + u] = Slope.plain(rnn.f(), states[next + u], d[at + u] + g[next + u]);
                }
                for (int u = 0; u < units; u++) {
                    float sum = 0;
                    for (int j = 0; j < units; j++) {
                        sum += dz[to + j] * recurrent[u * units + j];
                    }
                    d[at + u] = sum;
                }
            }
            for (int u = 0; u < units; u++) {
                d[at + u] += g[n * (rnn.steps() + 1) * units + u];
            }
        }
    }
}
