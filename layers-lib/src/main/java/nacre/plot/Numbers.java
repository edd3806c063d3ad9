package nacre.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Brings numbers from the forms in which learners have them into `double`.
final class Numbers {
    private Numbers() {}

    static double[] of(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    static double[] of(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).toArray();
    }

    static double[][] of(float[][] rows) {
        return Arrays.stream(rows).map(Numbers::of).toArray(double[][]::new);
    }

    /// 1, 2, … n: the epochs of a training.
    static double[] counting(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
    }

    /// `n` numbers from `from` to `to` in equal steps.
    static double[] between(double from, double to, int n) {
        return IntStream.range(0, n).mapToDouble(i -> from + (to - from) * i / (n - 1)).toArray();
    }

    /// The values that can be drawn: neither NaN nor infinite.
    static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }

    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    static double min(double[] values) {
        return finite(values).min().orElse(0);
    }

    static double max(double[] values) {
        return finite(values).max().orElse(0);
    }

    /// The rows, all of one length; a message in the learner's words if they are not.
    static double[][] table(String what, double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(what + " needs at least one number; got none");
        }
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "%s needs rows of one length; row 0 has %d numbers and row %d has %d"
                                .formatted(what, rows[0].length, r, rows[r].length));
            }
        }
        return rows;
    }

    /// Points of the plane; a message in the learner's words if they are something else.
    static double[][] points(double[][] rows) {
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != 2) {
                throw new IllegalArgumentException(
                        "points of a plane have 2 numbers, x and y; row %d has %d"
                                .formatted(r, rows[r].length));
            }
        }
        return rows;
    }

    static void sameCount(String what, int expected, int got) {
        if (expected != got) {
            throw new IllegalArgumentException(
                    "%s: there must be one for each, so %d; got %d".formatted(what, expected, got));
        }
    }
}
