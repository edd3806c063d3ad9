package nacre.compute;

/// A product whose operands are found through tables: what every dense product and every
/// convolution becomes.
///
/// ```
/// c[places[i] + j] = start[j] + Σₚ a[rows[i] + taps[p]] · b[p · step + j]
/// ```
///
/// or, if columns are kept apart, with `a[rows[i] + taps[p] + j]` in it.
///
/// For a matrix product `rows` and `taps` are multiples of the strides of A. For a convolution
/// `rows` says where the window of each pixel begins and `taps` where the taps lie in it, so that
/// the image is read in place. The result is computed in tiles of [#ROWS] rows and up to [#COLUMNS]
/// columns that stay in registers for the whole sum.
///
/// @param depth how many terms the sum has
/// @param apart whether column `j` of the result sees only column `j` of A, as in a depthwise
///   convolution
/// @param run how many terms lie one behind the other in A, before the next as many lie somewhere
///   else; 1 where that is of no use
record Tiles(
        float[] a,
        int[] rows,
        int[] taps,
        int depth,
        float[] b,
        int step,
        float[] c,
        int[] places,
        boolean apart,
        int run) {
    /// Rows of a tile.
    static final int ROWS = 6;

    /// Columns of the widest tile: with 6 rows it fills 24 of 32 registers, or 12 of 16.
    static final int COLUMNS = Vectors.ON ? Vectors.LANES * (Vectors.MANY_REGISTERS ? 4 : 2) : 64;

    /// No limit below: what is not cut off at zero.
    static final float NO_FLOOR = Float.NEGATIVE_INFINITY;

    /// Fewer terms in a line are not worth a tile of their own.
    private static final int SHORTEST = 16;

    Tiles(
            float[] a,
            int[] rows,
            int[] taps,
            int depth,
            float[] b,
            int step,
            float[] c,
            int[] places,
            boolean apart) {
        this(a, rows, taps, depth, b, step, c, places, apart, apart ? 1 : run(taps, depth));
    }

    /// Wide tiles have enough to compute for each term.
    private static int run(int[] taps, int depth) {
        if (!Vectors.ON || Vectors.MANY_REGISTERS || depth < SHORTEST) {
            return 1;
        }
        int run = 1;
        while (run < depth && taps[run] == taps[0] + run) {
            run++;
        }
        return run >= SHORTEST && areLines(taps, depth, run) ? run : 1;
    }

    private static boolean areLines(int[] taps, int depth, int run) {
        for (int first = 0; first < depth; first += run) {
            int end = Math.min(first + run, depth);
            for (int p = first + 1; p < end; p++) {
                if (taps[p] != taps[p - 1] + 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether [Line6x2] can be used.
    boolean inLines() {
        return run > 1;
    }

    /// The same with other terms: as many as `count`, and their `b`.
    Tiles terms(int count, float[] others, int distance) {
        return new Tiles(a, rows, taps, count, others, distance, c, places, apart);
    }

    /// Rows `from` to `to` and at most [#COLUMNS] columns of the result, starting from
    /// `start[startAt…]`, or from `c` if that is `start`; results below `floor` become zero.
    void run(
            int aAt,
            int from,
            int to,
            int bAt,
            int cAt,
            int columns,
            float[] start,
            int startAt,
            float floor) {
        if (Vectors.ON && apart) {
            VectorColumns.run(this, aAt, from, to, bAt, cAt, columns, start, startAt, floor);
        } else if (Warmup.tilesReady()) {
            VectorTiles.run(this, aAt, from, to, bAt, cAt, columns, start, startAt, floor);
        } else if (Warmup.firstTileReady()) {
            FirstTile.run(this, aAt, from, to, bAt, cAt, columns, start, startAt, floor);
        } else {
            PlainTiles.run(this, aAt, from, to, bAt, cAt, columns, start, startAt, floor);
        }
    }
}
