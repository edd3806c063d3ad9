package nacre.compute;

/// Rows picked from a table by number, as an embedding does.
public final class Gather {
    private Gather() {}

    /// Row `i` of `out` is row `indices[i]` of `table`; rows have `width` numbers.
    public static void rows(float[] table, int width, float[] indices, int n, float[] out) {
        Threads.forEach(
                n,
                Math.max(1, Elementwise.GRAIN / Math.max(1, width)),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        System.arraycopy(table, (int) indices[i] * width, out, i * width, width);
                    }
                });
    }

    /// Adds row `i` of `g` to row `indices[i]` of `table`: the gradient of [#rows].
    ///
    /// Rows may repeat, so one thread adds them all, in order.
    public static void addRows(float[] g, int width, float[] indices, int n, float[] table) {
        for (int i = 0; i < n; i++) {
            Elementwise.Part.fma(g, i * width, 1, table, (int) indices[i] * width, width);
        }
    }
}
