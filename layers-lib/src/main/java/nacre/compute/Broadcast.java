package nacre.compute;

/// Two arrays seen through strides, walked together row by row of the result.
///
/// Axes that lie together in both arrays are merged first, so that the rows are as long as
/// possible: a bias added to a batch is one row of `a` beside the same row of `b`, over and over.
record Broadcast(int[] aStrides, int[] bStrides, int[] dims) {

    static Broadcast of(int[] aStrides, int[] bStrides, int[] dims) {
        int[][] merged = Axes.merge(dims, aStrides, bStrides);
        return new Broadcast(merged[1], merged[2], merged[0]);
    }

    void apply(Binary f, float[] a, float[] b, float[] out) {
        int last = dims.length - 1;
        int row = dims[last];
        int rows = Axes.size(dims) / Math.max(1, row);
        if (rows == 1) {
            row(f, a, 0, b, 0, out, 0, row, true);
            return;
        }
        int grain = Math.max(1, Elementwise.GRAIN / Math.max(1, row));
        Threads.forEach(
                rows,
                grain,
                (from, to) -> {
                    int near = last - 1; // the axis whose rows follow one another
                    for (int r = from; r < to; ) {
                        int ao = Axes.offset(r, dims, aStrides, last);
                        int bo = Axes.offset(r, dims, bStrides, last);
                        int end = Math.min(to, r + dims[near] - r % dims[near]);
                        for (; r < end; r++, ao += aStrides[near], bo += bStrides[near]) {
                            row(f, a, ao, b, bo, out, r * row, row, false);
                        }
                    }
                });
    }

    /// One row; `whole` if it is all there is, so that it may be shared among threads.
    private void row(
            Binary f,
            float[] a,
            int ao,
            float[] b,
            int bo,
            float[] out,
            int oo,
            int n,
            boolean whole) {
        int as = aStrides[dims.length - 1];
        int bs = bStrides[dims.length - 1];
        if (as == 1 && bs == 1 && whole) {
            Elementwise.binary(f, a, ao, b, bo, out, oo, n);
        } else if (as == 1 && bs == 1) {
            Elementwise.Part.binary(f, a, ao, b, bo, out, oo, n);
        } else if (as == 1 && bs == 0) {
            Elementwise.Part.scalar(f, a, ao, b[bo], out, oo, n);
        } else if (as == 0 && bs == 1) {
            Elementwise.Part.scalarLeft(f, a[ao], b, bo, out, oo, n);
        } else {
            for (int i = 0; i < n; i++) {
                out[oo + i] = f.plain(a[ao + i * as], b[bo + i * bs]);
            }
        }
    }
}
