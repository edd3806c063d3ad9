package nacre.compute;

import org.jspecify.annotations.Nullable;

/// What happens to a product besides being computed: where its sums start, and the function applied
/// at the end.
///
/// Both happen tile by tile, while the numbers are in registers or at least in the nearest cache.
///
/// @param add the sums start from what is in the result
/// @param bias the sums of column `j` start from `bias[j]`
/// @param f applied to the finished sums
record Epilogue(boolean add, float @Nullable [] bias, @Nullable Unary f) {
    static final Epilogue REPLACE = new Epilogue(false, null, null);
    static final Epilogue ADD = new Epilogue(true, null, null);

    private static final float[] ZEROS = new float[Tiles.COLUMNS];

    /// One panel of a product, at most [Tiles#COLUMNS] wide.
    ///
    /// @param column where the panel begins in the bias
    /// @param first whether these are the first terms of the sums, so that they start here
    /// @param last whether these are the last terms, so that the function comes now
    void run(
            Tiles t,
            int aAt,
            int from,
            int to,
            int bAt,
            int cAt,
            int column,
            int columns,
            boolean first,
            boolean last) {
        float floor = last && f == Unary.RELU ? 0 : Tiles.NO_FLOOR;
        float[] start = start(t.c(), first);
        t.run(aAt, from, to, bAt, cAt, columns, start, startAt(start, column), floor);
        if (last && f != null && f != Unary.RELU) {
            apply(f, t.c(), t.places(), from, to, cAt, columns);
        }
    }

    /// What the sums start from: the result itself, the bias, or zeros.
    ///
    /// @param first whether these are the first terms of the sums
    float[] start(float[] c, boolean first) {
        if (add || !first) {
            return c;
        }
        return bias != null ? bias : ZEROS;
    }

    /// Where column `column` is in the array that [#start] gave, if that is not the result.
    int startAt(float[] start, int column) {
        return start == bias ? column : 0;
    }

    /// Applies the function to a panel of finished sums; only with the Vector API.
    void finish(float[] c, int[] places, int from, int to, int cAt, int columns) {
        if (f == Unary.RELU) {
            VectorTiles.cut(c, places, from, to, cAt, columns, 0);
        } else if (f != null) {
            apply(f, c, places, from, to, cAt, columns);
        }
    }

    private static void apply(
            Unary f, float[] c, int[] places, int from, int to, int cAt, int columns) {
        for (int i = from; i < to; i++) {
            int at = cAt + places[i];
            Elementwise.Part.unary(f, c, at, c, at, columns);
        }
    }
}
