package nacre.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nacre.tensor.Tensor;

/// Samples with their answers: row `i` of `x` belongs to row `i` of `y`.
///
/// ```java
/// var data = Data.moons(200, 0.1, 7);
/// data   // 200 samples: x (200, 2), y (200,)
/// data.take(3).x().shape()   // (3, 2)
/// data.split(0.8).train()   // 160 samples: x (160, 2), y (160,)
/// ```
///
/// @param x the inputs, one sample after the other along the first axis
/// @param y the answers: the number of the class, or the numbers to be predicted
public record DataSet(Tensor x, Tensor y) {

    /// Two parts of one data set: one to learn from, one to ask about.
    ///
    /// @param train the samples to learn from
    /// @param test the samples that training never sees
    public record Split(DataSet train, DataSet test) {}

    public DataSet {
        if (x.dim(0) != y.dim(0)) {
            throw new IllegalArgumentException(
                    "x and y need one row for each sample; x has shape %s and y has shape %s"
                            .formatted(x.shape(), y.shape()));
        }
    }

    /// Number of samples.
    public int size() {
        return x.dim(0);
    }

    /// The answers as class numbers.
    public int[] labels() {
        float[] values = y.toArray();
        return IntStream.range(0, values.length).map(i -> Math.round(values[i])).toArray();
    }

    /// The first `n` samples.
    public DataSet take(int n) {
        return between(0, n);
    }

    /// All but the first `n` samples.
    public DataSet skip(int n) {
        return between(n, size());
    }

    /// The first `share` of the samples to learn from, the others to test with.
    public Split split(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "split needs a share from 0 to 1, such as 0.8; got " + share);
        }
        int n = (int) Math.round(share * size());
        return new Split(take(n), skip(n));
    }

    /// The same samples in another order; the same seed gives the same order.
    public DataSet shuffle(long seed) {
        int[] order = IntStream.range(0, size()).toArray();
        var random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return rows(order);
    }

    /// The same samples, a share of them with a wrong class: what a careless teacher would give.
    public DataSet wrongLabels(double share, long seed) {
        float[] labels = y.toArray();
        int classes = Arrays.stream(labels()).max().orElse(0) + 1;
        if (classes < 2) {
            return this;
        }
        int[] victims = IntStream.range(0, size()).toArray();
        var random = new SplittableRandom(seed);
        int count = (int) Math.round(share * size());
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(victims.length - i);
            int victim = victims[other];
            victims[other] = victims[i];
            labels[victim] = (labels[victim] + 1 + random.nextInt(classes - 1)) % classes;
        }
        return new DataSet(x, Tensor.of(labels, y.shape().dims()));
    }

    private DataSet between(int from, int to) {
        if (from < 0 || to > size() || from > to) {
            throw new IllegalArgumentException(
                    "there are %d samples; samples %d to %d are not all among them"
                            .formatted(size(), from, to - 1));
        }
        return rows(IntStream.range(from, to).toArray());
    }

    /// The samples with these numbers, counted from 0, in this order.
    public DataSet rows(int... rows) {
        for (int row : rows) {
            if (row < 0 || row >= size()) {
                throw new IllegalArgumentException(
                        "there is no sample %d; the samples are 0 to %d"
                                .formatted(row, size() - 1));
            }
        }
        var indexes = Tensor.of(IntStream.of(rows).asDoubleStream().toArray());
        return new DataSet(x.take(indexes, 0), y.take(indexes, 0));
    }

    @Override
    public String toString() {
        return "%d samples: x %s, y %s".formatted(size(), x.shape(), y.shape());
    }
}
