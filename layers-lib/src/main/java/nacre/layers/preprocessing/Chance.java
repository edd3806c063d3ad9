package nacre.layers.preprocessing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Random choices beyond even and bell-shaped numbers.
final class Chance {
    private final RandomGenerator numbers;

    /// Choices that depend only on the stream.
    Chance(RandomStream random) {
        this.numbers = new SplittableRandom(random.next());
    }

    /// A number from 0 to `bound - 1`.
    int below(int bound) {
        return numbers.nextInt(bound);
    }

    /// The numbers from 0 to `n - 1` in random order.
    Tensor order(int n) {
        float[] order = new float[n];
        for (int i = 0; i < n; i++) {
            int j = numbers.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return Tensor.of(order);
    }

    /// From the gamma distribution (Marsaglia and Tsang, 2000).
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(numbers.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double normal = numbers.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0
                    && Math.log(numbers.nextDouble())
                            < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /// Between 0 and 1, from the beta distribution with both parameters alike: near the ends for
    /// small ones.
    double beta(double alpha) {
        double a = gamma(alpha);
        double b = gamma(alpha);
        return a + b == 0 ? below(2) : a / (a + b);
    }

    /// A `beta` for each of `n`.
    Tensor betas(int n, double alpha) {
        float[] betas = new float[n];
        for (int i = 0; i < n; i++) {
            betas[i] = (float) beta(alpha);
        }
        return Tensor.of(betas);
    }
}
