package nacre.compute;

import nacre.compute.Scratch.Use;

/// Brings one axis of an array down to one number: sums, extremes, where the extremes are, running
/// sums.
///
/// The array is seen as `outer × axis × inner`; the axis in the middle goes away. The plain twin is
/// [PlainReduce].
public final class Reduce {
    /// A long axis is cut into at most so many parts.
    private static final int PARTS = 32;

    private Reduce() {}

    /// `out[o, i] = f over a of x[o, a, i]`
    public static void apply(Reduction f, float[] x, int outer, int axis, int inner, float[] out) {
        int parts =
                outer == 1
                        ? Math.clamp((long) axis * inner / (4 * Elementwise.GRAIN), 1, PARTS)
                        : 1;
        if (parts == 1) {
            Threads.forEach(
                    outer,
                    Math.max(1, Elementwise.GRAIN / Math.max(1, axis * inner)),
                    (from, to) -> {
                        for (int o = from; o < to; o++) {
                            rows(f, x, o * axis * inner, axis, inner, out, o * inner);
                        }
                    });
            return;
        }
        float[] some = Scratch.floats(Use.PARTS, parts * inner);
        Threads.forEach(
                parts,
                1,
                (from, to) -> {
                    for (int p = from; p < to; p++) {
                        int first = (int) ((long) axis * p / parts);
                        int last = (int) ((long) axis * (p + 1) / parts);
                        rows(f, x, first * inner, last - first, inner, some, p * inner);
                    }
                });
        rows(f, some, 0, parts, inner, out, 0);
    }

    /// Brings `rows` rows of length `inner` down to one.
    private static void rows(
            Reduction f, float[] x, int xo, int rows, int inner, float[] out, int oo) {
        if (!Vectors.ON || f == Reduction.PROD) {
            for (int i = 0; i < inner; i++) {
                out[oo + i] = PlainReduce.apply(f, x, xo + i, rows, inner);
            }
        } else if (inner == 1) {
            out[oo] =
                    switch (f) {
                        case SUM -> (float) sum(x, xo, rows);
                        case MAX -> VectorReduce.max(x, xo, rows);
                        case MIN -> VectorReduce.min(x, xo, rows);
                        case PROD -> throw new IllegalArgumentException("done above");
                    };
        } else {
            switch (f) {
                case SUM -> sumRows(x, xo, rows, inner, out, oo);
                case MAX -> VectorReduce.maxRows(x, xo, rows, inner, out, oo);
                case MIN -> VectorReduce.minRows(x, xo, rows, inner, out, oo);
                case PROD -> throw new IllegalArgumentException("done above");
            }
        }
    }

    private static double sum(float[] x, int xo, int n) {
        return Warmup.loopsReady() ? VectorReduce.sum(x, xo, n) : PlainReduce.sum(x, xo, n);
    }

    private static void sumRows(float[] x, int xo, int rows, int columns, float[] out, int oo) {
        if (Warmup.loopsReady()) {
            VectorReduce.sumRows(x, xo, rows, columns, out, oo);
        } else {
            PlainReduce.sumRows(x, xo, rows, columns, out, oo);
        }
    }

    /// `out[o, i]` = the place of the first largest element.
    public static void argMax(float[] x, int outer, int axis, int inner, float[] out) {
        each(
                outer,
                axis,
                inner,
                (o, i) ->
                        out[o * inner + i] =
                                PlainReduce.argMax(x, o * axis * inner + i, axis, inner));
    }

    /// `out[o, i]` = the place of the first smallest element.
    public static void argMin(float[] x, int outer, int axis, int inner, float[] out) {
        each(
                outer,
                axis,
                inner,
                (o, i) ->
                        out[o * inner + i] =
                                PlainReduce.argMin(x, o * axis * inner + i, axis, inner));
    }

    /// Running sums along the axis; `out` has the shape of `x`.
    public static void cumsum(float[] x, int outer, int axis, int inner, float[] out) {
        each(
                outer,
                axis,
                inner,
                (o, i) -> PlainReduce.cumsum(x, o * axis * inner + i, axis, inner, out));
    }

    private interface Column {
        void run(int outer, int inner);
    }

    private static void each(int outer, int axis, int inner, Column body) {
        Threads.forEach(
                outer * inner,
                Math.max(1, Elementwise.GRAIN / Math.max(1, axis)),
                (from, to) -> {
                    for (int c = from; c < to; c++) {
                        body.run(c / inner, c % inner);
                    }
                });
    }
}
