package nacre.compute;

import nacre.compute.Scratch.Use;

/// Rows of a result that are computed from packed terms, one [Packed6x2] after the other.
///
/// @param b the packed right side
/// @param places where the rows begin
record PackedRows(Panels b, float[] c, int[] places, Epilogue end) {
    /// Terms that are taken together: a panel of B (16 KB) and six rows of A then fit into the
    /// nearest cache.
    static final int TERMS = 256;

    /// Rows of A that are packed together: about 100 KB, for the second cache.
    static final int ROWS = 16 * Tiles.ROWS;

    private static final int WIDE = Tiles.COLUMNS;

    /// The terms in equal slices of at most [#TERMS], each of whole fours.
    static int slice(int terms) {
        return VectorPack.whole(Math.ceilDiv(terms, Math.ceilDiv(terms, TERMS)));
    }

    /// Room for the terms of [#ROWS] rows.
    static float[] room(int terms) {
        return Scratch.floats(Use.PACKED_A, ROWS * terms);
    }

    /// Adds terms to the rows `from` to `to`.
    ///
    /// @param packed their A, from [VectorPack]
    /// @param p where the terms begin in the panels of B
    /// @param terms how many, in whole fours
    /// @param cAt where the rows begin, seen from their places
    /// @param column where they begin in the bias
    /// @param first whether the sums start here
    /// @param last whether the sums are finished then
    void add(
            float[] packed,
            int p,
            int terms,
            int from,
            int to,
            int cAt,
            int column,
            int columns,
            boolean first,
            boolean last) {
        if (first) {
            end.begin(c, places, from, to, cAt, column, columns);
        }
        for (int j = 0; j < columns; j += WIDE) {
            int width = Math.min(WIDE, columns - j);
            int bAt = b.of(j) + p * WIDE;
            for (int i = from; i < to; i += Tiles.ROWS) {
                int high = Math.min(Tiles.ROWS, to - i);
                tile(packed, (i - from) * terms, bAt, terms, i, high, cAt + j, width);
            }
            if (last) {
                end.finish(c, places, from, to, cAt + j, width);
            }
        }
    }

    private void tile(
            float[] packed, int aAt, int bAt, int terms, int i, int high, int cAt, int width) {
        int fours = terms / VectorPack.TOGETHER;
        int row = high > 1 ? places[i + 1] - places[i] : 0;
        boolean whole = high == Tiles.ROWS && width == WIDE;
        if (whole && areEven(i, row)) {
            Packed6x2.run(fours, packed, aAt, b.data(), bAt, c, cAt + places[i], row);
        } else {
            beside(packed, aAt, bAt, fours, i, high, cAt, width);
        }
    }

    /// Whether all rows of a tile lie as far apart as its first two.
    private boolean areEven(int i, int row) {
        boolean even = true;
        for (int r = 1; r < Tiles.ROWS; r++) {
            even &= places[i + r] - places[i + r - 1] == row;
        }
        return even;
    }

    /// A tile that is not all of it in the result, or not in one piece, is computed beside it.
    private void beside(
            float[] packed, int aAt, int bAt, int fours, int i, int high, int cAt, int width) {
        float[] sums = Scratch.floats(Use.TILE, Tiles.ROWS * WIDE);
        for (int r = 0; r < high; r++) {
            System.arraycopy(c, cAt + places[i + r], sums, r * WIDE, width);
        }
        Packed6x2.run(fours, packed, aAt, b.data(), bAt, sums, 0, WIDE);
        for (int r = 0; r < high; r++) {
            System.arraycopy(sums, r * WIDE, c, cAt + places[i + r], width);
        }
    }
}
