package nacre.compute;

/// Moves elements without changing them: transposes, slices, paddings, concatenations.
public final class Layout {
    /// Side of the squares in which two axes are exchanged: each is read and written in whole cache
    /// lines.
    private static final int SQUARE = 16;

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
        int near = contiguous(merged[1], last);
        if (near < last && merged[2][last] == 1) {
            squares(x, xo, out, oo, merged, near);
        } else {
            rows(x, xo, out, oo, merged);
        }
    }

    /// The axis along which `x` is contiguous; `last` if there is no other.
    private static int contiguous(int[] strides, int last) {
        for (int a = 0; a < last; a++) {
            if (strides[a] == 1) {
                return a;
            }
        }
        return last;
    }

    /// Row by row of the result.
    private static void rows(float[] x, int xo, float[] out, int oo, int[][] merged) {
        int last = merged[0].length - 1;
        int n = merged[0][last];
        int xs = merged[1][last];
        int os = merged[2][last];
        Threads.forEach(
                Axes.size(merged[0]) / Math.max(1, n),
                Math.max(1, Elementwise.GRAIN / Math.max(1, n)),
                (from, to) -> {
                    for (int r = from; r < to; r++) {
                        int xAt = xo + Axes.offset(r, merged[0], merged[1], last);
                        int outAt = oo + Axes.offset(r, merged[0], merged[2], last);
                        row(x, xAt, xs, out, outAt, os, n);
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

    /// Exchanges two axes: `near`, contiguous in `x`, and the last, contiguous in the result. Bands
    /// of the first are shared among threads, together with all other axes.
    private static void squares(float[] x, int xo, float[] out, int oo, int[][] merged, int near) {
        int last = merged[0].length - 1;
        int high = merged[0][near];
        int wide = merged[0][last];
        int bands = (high + SQUARE - 1) / SQUARE;
        int[] dims = merged[0].clone();
        dims[near] = bands;
        dims[last] = 1;
        int[] xStrides = merged[1].clone();
        int[] outStrides = merged[2].clone();
        xStrides[near] = SQUARE;
        outStrides[near] = SQUARE * merged[2][near];
        Threads.forEach(
                Axes.size(dims),
                Math.max(1, Elementwise.GRAIN / Math.max(1, SQUARE * wide)),
                (from, to) -> {
                    for (int s = from; s < to; s++) {
                        int band = s / Math.max(1, Axes.size(dims, near + 1)) % bands;
                        int xAt = xo + Axes.offset(s, dims, xStrides, last + 1);
                        int outAt = oo + Axes.offset(s, dims, outStrides, last + 1);
                        int rows = Math.min(SQUARE, high - band * SQUARE);
                        band(x, xAt, merged[1][last], out, outAt, merged[2][near], rows, wide);
                    }
                });
    }

    /// `rows` rows of the result, square by square.
    private static void band(
            float[] x, int xo, int xs, float[] out, int oo, int os, int rows, int wide) {
        for (int j = 0; j < wide; j += SQUARE) {
            int end = Math.min(wide, j + SQUARE);
            for (int r = 0; r < rows; r++) {
                for (int i = j; i < end; i++) {
                    out[oo + r * os + i] = x[xo + r + i * xs];
                }
            }
        }
    }
}
