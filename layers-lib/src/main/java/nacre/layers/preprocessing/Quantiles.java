package nacre.layers.preprocessing;

import java.util.Arrays;
import nacre.tensor.Tensor;

/// A short summary of many numbers, good enough to say which share of them lies below a value.
///
/// @param values some of the numbers, in rising order
/// @param weights how many numbers each stands for
record Quantiles(double[] values, double[] weights) {

    /// The summary of all numbers of a tensor, exact up to a share `epsilon` of them.
    static Quantiles of(Tensor data, double epsilon) {
        float[] sorted = data.toArray();
        Arrays.sort(sorted);
        double part = sorted.length / (1 / epsilon);
        double step = Math.max(part, 1);
        int from = (int) part;
        int stride = (int) step;
        int count = sorted.length <= from ? 0 : (sorted.length - from + stride - 1) / stride;
        double[] values = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = sorted[from + i * stride];
            weights[i] = (float) step;
        }
        return new Quantiles(values, weights).compressed(epsilon);
    }

    /// Boundaries between `bins` classes that are about equally full.
    double[] boundaries(int bins) {
        double[] found = compressed(1.0 / bins).values;
        return Arrays.copyOf(found, Math.max(0, found.length - 1));
    }

    /// A shorter summary: one value for each step of `epsilon` of the numbers.
    private Quantiles compressed(double epsilon) {
        if (values.length * epsilon < 1) {
            return this;
        }
        double[] below = weights.clone();
        Arrays.parallelPrefix(below, Double::sum);
        double total = below[below.length - 1];
        int count = (int) Math.ceil(1 / epsilon);
        double[] shares = Arrays.stream(below).map(sum -> sum / total).toArray();
        double[] newValues = new double[count];
        double[] newWeights = new double[count];
        double last = 0;
        for (int i = 0; i < count; i++) {
            double share = epsilon + i * epsilon;
            double sum = line(share, shares, below);
            newValues[i] = (float) line(share, shares, values);
            newWeights[i] = (float) (sum - last);
            last = sum;
        }
        return new Quantiles(newValues, newWeights);
    }

    /// The height at `x` of straight lines through points `(xs, ys)`, flat outside.
    private static double line(double x, double[] xs, double... ys) {
        if (x <= xs[0]) {
            return ys[0];
        }
        for (int i = 1; i < xs.length; i++) {
            if (x <= xs[i]) {
                double way = xs[i] == xs[i - 1] ? 1 : (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
                return ys[i - 1] + way * (ys[i] - ys[i - 1]);
            }
        }
        return ys[ys.length - 1];
    }
}
