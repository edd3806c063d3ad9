package nacre.data;

import java.util.SplittableRandom;
import nacre.tensor.Shape;

/// Numbers that follow one another, for layers that remember.
final class Sequences {
    private Sequences() {}

    static DataSet sine(int n, double noise, long seed) {
        Samples.atLeast(1, "n", n);
        return Samples.numbers(
                n,
                seed,
                Shape.of(1),
                (_, random, x) -> {
                    double at = Math.PI * (2 * random.nextDouble() - 1);
                    x[0] = (float) at;
                    return (float) (Math.sin(at) + noise * random.nextGaussian());
                });
    }

    static DataSet waves(int n, int steps, double noise, long seed) {
        Samples.atLeast(1, "n", n);
        Samples.atLeast(1, "steps", steps);
        return Samples.numbers(
                n,
                seed,
                Shape.of(steps, 1),
                (_, random, x) -> {
                    Wave slow = Wave.some(random, 18, 30, 0.7);
                    Wave fast = Wave.some(random, 6, 9, 0.3);
                    for (int t = 0; t < steps; t++) {
                        x[t] = (float) (slow.at(t) + fast.at(t) + noise * random.nextGaussian());
                    }
                    return (float) (slow.at(steps) + fast.at(steps));
                });
    }

    private record Wave(double period, double shift, double height) {
        static Wave some(SplittableRandom random, double shortest, double longest, double height) {
            double period = random.nextDouble(shortest, longest);
            return new Wave(period, random.nextDouble(), height);
        }

        double at(int step) {
            return height * Math.sin(2 * Math.PI * (step / period + shift));
        }
    }

    static DataSet parity(int n, int steps, long seed) {
        Samples.atLeast(1, "n", n);
        Samples.atLeast(1, "steps", steps);
        return Samples.classes(
                n,
                seed,
                Shape.of(steps, 1),
                (_, random, x) -> {
                    int ones = 0;
                    for (int t = 0; t < steps; t++) {
                        int bit = random.nextInt(2);
                        x[t] = bit;
                        ones += bit;
                    }
                    return ones % 2;
                });
    }
}
