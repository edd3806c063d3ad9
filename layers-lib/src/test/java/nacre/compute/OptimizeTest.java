package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OptimizeTest {
    private final SplittableRandom random = new SplittableRandom(9);

    @Test
    void adamOverVectorsEqualsThePlainLoop() {
        for (int n : new int[] {0, 1, 15, 16, 33, 50_000}) {
            float[] g = Check.random(random, n);
            float[] w = Check.random(random, n);
            float[] m = Check.random(random, n);
            float[] v = Check.random(random, n);
            for (int i = 0; i < n; i++) {
                v[i] = Math.abs(v[i]);
            }
            float[] w1 = w.clone();
            float[] m1 = m.clone();
            float[] v1 = v.clone();
            PlainOptimize.adam(w1, m1, v1, g, 0, n, 1e-2f, 0.9f, 0.999f, 1e-7f);
            Optimize.adam(w, m, v, g, n, 1e-2f, 0.9f, 0.999f, 1e-7f);
            Check.close(w1, w, 1e-6, "weights");
            Check.close(m1, m, 1e-6, "means");
            Check.close(v1, v, 1e-6, "squares");
        }
    }

    @Test
    void theSimplerOnesFollowTheirFormulas() {
        float[] g = {2};
        float[] w = {1};
        Optimize.sgd(w, g, 1, 0.1f);
        Check.close(new float[] {0.8f}, w, 1e-6, "sgd");
        float[] v = {0.5f};
        Optimize.momentum(w, v, g, 1, 0.1f, 0.9f);
        Check.close(new float[] {0.25f}, v, 1e-6, "velocity");
        Check.close(new float[] {1.05f}, w, 1e-6, "momentum");
        Optimize.nesterov(w, v, g, 1, 0.1f, 0.9f);
        Check.close(new float[] {0.025f}, v, 1e-6, "velocity");
        Check.close(new float[] {0.8725f}, w, 1e-6, "nesterov");
        float[] square = {0};
        w[0] = 1;
        Optimize.rmsprop(w, square, g, 1, 0.1f, 0.75f, 0);
        Check.close(new float[] {1}, square, 1e-6, "square");
        Check.close(new float[] {0.8f}, w, 1e-6, "rmsprop");
    }
}
