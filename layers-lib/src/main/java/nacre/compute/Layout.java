package nacre.compute;

/// Moves elements without changing them: transposes, slices, paddings, concatenations.
public final class Layout {
    private Layout() {}

    /// Reorders the axes: `out` has shape `dims[axes[0]], dims[axes[1]], …`.
    public static void permute(float[] x, int[] dims, int[] axes, float[] out) {
        int[] strides = Axes.strides(dims);
        int[] outDims = new int[dims.length];
        int[] xStrides = new int[dims.length];
        for (int i = 0; i < axes.length; i++) {
            outDims[i] = dims[axes[i]];
            xStrides[i] = strides[axes[i]];
        }
        copyStrided(x, 0, xStrides, out, 0, Axes.strides(outDims), outDims);
    }

    /// Copies a block of shape `dims`; strides may be 0 (repeat) or negative (reverse) in `x`.
    public static void copyStrided(
            float[] x, int xo, int[] xStrides, float[] out, int oo, int[] outStrides, int[] dims) {
        int[][] merged = Axes.merge(dims, xStrides, outStrides);
        int last = merged[0].length - 1;
        int row = merged[0][last];
        int xs = merged[1][last];
        int os = merged[2][last];
        int rows = Axes.size(merged[0]) / Math.max(1, row);
        Threads.forEach(
                rows,
                Math.max(1, Elementwise.GRAIN / Math.max(1, row)),
                (from, to) -> {
                    for (int r = from; r < to; r++) {
                        int at = xo + Axes.offset(r, merged[0], merged[1], last);
                        int to0 = oo + Axes.offset(r, merged[0], merged[2], last);
                        row(x, at, xs, out, to0, os, row);
                    }
                });
    }

    private static void row(float[] x, int xo, int xs, float[] out, int oo, int os, int n) {
        if (xs == 1 && os == 1) {
            System.arraycopy(x, xo, out, oo, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[oo + i * os] = x[xo + i * xs];
            }
        }
    }
}
