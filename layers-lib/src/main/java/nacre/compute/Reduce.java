package nacre.compute;

/// Brings one axis of an array down to one number: sums, extremes, where the extremes are, running
// sums.
///
/// The array is seen as `outer × axis × inner`; the axis in the middle goes away.
public final class Reduce {
    private Reduce() {}

    /// `out[o, i] = f over a of x[o, a, i]`
    public static void apply(Reduction f, float[] x, int outer, int axis, int inner, float[] out) {
        each(
                outer,
                axis,
                inner,
                (o, i) ->
                        out[o * inner + i] =
                                PlainReduce.apply(f, x, o * axis * inner + i, axis, inner));
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
