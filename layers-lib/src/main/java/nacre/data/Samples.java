package nacre.data;

import java.util.SplittableRandom;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Fills a data set sample by sample; each has random numbers of its own, whatever the others use.
final class Samples {
    /// One sample: writes its input into `x` and returns its answer.
    interface Maker {
        float make(int index, SplittableRandom random, float[] x);
    }

    private Samples() {}

    /// Samples whose answer is a class: `y (n,)`.
    static DataSet classes(int n, long seed, Shape shape, Maker maker) {
        return make(n, seed, shape, Shape.of(n), maker);
    }

    /// Samples whose answer is a number: `y (n, 1)`.
    static DataSet numbers(int n, long seed, Shape shape, Maker maker) {
        return make(n, seed, shape, Shape.of(n, 1), maker);
    }

    private static DataSet make(int n, long seed, Shape shape, Shape answers, Maker maker) {
        var x = new float[n * shape.size()];
        var y = new float[n];
        var sample = new float[shape.size()];
        var random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            y[i] = maker.make(i, random.split(), sample);
            System.arraycopy(sample, 0, x, i * sample.length, sample.length);
        }
        return new DataSet(Tensor.of(x, shape.insert(0, n).dims()), Tensor.of(y, answers.dims()));
    }

    /// A count that must be at least `least`.
    static int atLeast(int least, String what, int count) {
        if (count < least) {
            throw new IllegalArgumentException(
                    "%s must be at least %d; got %d".formatted(what, least, count));
        }
        return count;
    }
}
