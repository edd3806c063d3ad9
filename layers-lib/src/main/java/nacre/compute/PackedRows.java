package nacre.compute;

import nacre.compute.Scratch.Use;

/// Rows of a result that are computed from packed terms, one [Packed6x2] or [Turned6x2] after the
/// other; if the last has few rows, it is a [Packed4x2].
///
/// @param b the packed right side
/// @param places where the rows begin
/// @param turned whether A is packed for [Turned6x2]
/// @param tileRows how many rows each tile has but the last
record PackedRows(Panels b, float[] c, int[] places, Epilogue end, boolean turned, int tileRows) {
    /// Terms that are taken together: a panel of B (32 KB) and six rows of A then come from the
    /// nearest two caches as fast as they are used, and C is read and written less often.
    private static final int TERMS = 512;

    /// As many as this still go in one slice: C is then not read at all.
    private static final int MOST_TERMS = 800;

    /// Rows of A that are packed together: about 100 KB, for the second cache.
    static final int ROWS = 8 * Tiles.ROWS;

    /// As many rows as [Packed4x2] has.
    private static final int FEW = 4;

    private static final int WIDE = Tiles.COLUMNS;

    PackedRows(Panels b, float[] c, int[] places, Epilogue end, boolean turned) {
        this(b, c, places, end, turned, Tiles.ROWS);
    }

    /// How many rows each tile should have: four where less is then computed for nothing, as with
    /// eight rows in all.
    static int tileRows(int rows) {
        int rest = rows % Tiles.ROWS;
        int sixes = rows - rest + (rest > FEW ? Tiles.ROWS : rest > 0 ? FEW : 0);
        return sixes > Math.ceilDiv(rows, FEW) * FEW ? FEW : Tiles.ROWS;
    }

    /// How many terms each slice has: equally many in all of them, and whole fours.
    static int slice(int terms) {
        int slices = terms <= MOST_TERMS ? 1 : Math.ceilDiv(terms, TERMS);
        return VectorPack.whole(Math.ceilDiv(terms, slices));
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
        float[] start = end.start(c, first);
        boolean allEven = areEven(from, to - from);
        for (int j = 0; j < columns; j += WIDE) {
            int width = Math.min(WIDE, columns - j);
            int bAt = b.of(j) + p * WIDE;
            int startAt = end.startAt(start, column + j);
            int aAt = 0;
            for (int i = from; i < to; i += tileRows, aAt += Tiles.ROWS * terms) {
                int high = Math.min(tileRows, to - i);
                boolean whole = high == computed(high) && width == WIDE;
                if (whole && (allEven || areEven(i, high))) {
                    int row = places[i + 1] - places[i];
                    int at = cAt + j + places[i];
                    tile(high, packed, aAt, bAt, terms, c, at, row, start, startAt);
                } else {
                    beside(packed, aAt, bAt, terms, i, high, cAt + j, width, start, startAt);
                }
            }
            if (last) {
                end.finish(c, places, from, to, cAt + j, width);
            }
        }
    }

    /// How many rows the tile computes that has `high` of them.
    private int computed(int high) {
        return high <= FEW && !turned ? FEW : Tiles.ROWS;
    }

    private void tile(
            int rows,
            float[] packed,
            int aAt,
            int bAt,
            int terms,
            float[] out,
            int at,
            int row,
            float[] start,
            int startAt) {
        int fours = terms / VectorPack.TOGETHER;
        if (turned) {
            Turned6x2.run(fours, packed, aAt, b.data(), bAt, out, at, row, start, startAt);
        } else if (rows == FEW) {
            Packed4x2.run(fours, packed, aAt, b.data(), bAt, out, at, row, start, startAt);
        } else {
            Packed6x2.run(fours, packed, aAt, b.data(), bAt, out, at, row, start, startAt);
        }
    }

    /// Whether `count` rows lie equally far apart.
    private boolean areEven(int i, int count) {
        boolean even = true;
        for (int r = 2; r < count; r++) {
            even &= places[i + r] - places[i + r - 1] == places[i + 1] - places[i];
        }
        return even;
    }

    /// A tile that is not all of it in the result, or not in one piece, is computed beside it.
    private void beside(
            float[] packed,
            int aAt,
            int bAt,
            int terms,
            int i,
            int high,
            int cAt,
            int width,
            float[] start,
            int startAt) {
        float[] sums = Scratch.floats(Use.TILE, Tiles.ROWS * WIDE);
        float[] from = start;
        int at = startAt;
        if (start == c) {
            for (int r = 0; r < high; r++) {
                System.arraycopy(c, cAt + places[i + r], sums, r * WIDE, width);
            }
            from = sums;
        } else if (start.length - startAt < WIDE) { // the last numbers of a bias
            from = Scratch.floats(Use.START, WIDE);
            at = 0;
            System.arraycopy(start, startAt, from, 0, width);
        }
        tile(computed(high), packed, aAt, bAt, terms, sums, 0, WIDE, from, at);
        for (int r = 0; r < high; r++) {
            System.arraycopy(sums, r * WIDE, c, cAt + places[i + r], width);
        }
    }
}
