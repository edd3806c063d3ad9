package nacre.compute;

/// A strip of a convolution whose windows are packed before they are multiplied, as [PackedProduct]
/// does it with a matrix.
///
/// What a window covers of a line lies in one piece, so that four terms at a time are copied. It
/// pays if many filters read the copy. The sums are those of [Tiles], bit by bit.
final class PackedStrip {
    private static final int FEWEST_ROWS = 48;
    private static final int FEWEST_COLUMNS = 24;
    private static final int FEWEST_TERMS = 64;

    private PackedStrip() {}

    /// @param rows places of the strip
    static boolean pays(Tiles t, int rows, int columns) {
        boolean readOften = rows >= FEWEST_ROWS && columns >= FEWEST_COLUMNS;
        return readOften && t.depth() >= FEWEST_TERMS && Warmup.packedReady() && fits(t);
    }

    /// Whether B is packed, and lines are whole fours of terms.
    static boolean fits(Tiles t) {
        return t.inLines()
                && t.step() == Tiles.COLUMNS
                && t.run() % VectorPack.TOGETHER == 0
                && t.depth() % VectorPack.TOGETHER == 0;
    }

    /// The product of the first `rows` rows.
    ///
    /// @param b the panels of `t`
    /// @param column where the columns begin in the bias
    static void run(
            Tiles t, Panels b, int aAt, int rows, int cAt, int column, int columns, Epilogue end) {
        var result = new PackedRows(b, t.c(), t.places(), end, false);
        int slice = PackedRows.slice(t.depth());
        float[] packed = PackedRows.room(slice);
        for (int p = 0; p < t.depth(); p += slice) {
            int terms = Math.min(slice, t.depth() - p);
            boolean last = p + terms == t.depth();
            for (int i = 0; i < rows; i += PackedRows.ROWS) {
                int to = Math.min(rows, i + PackedRows.ROWS);
                pack(t, aAt, i, to, p, terms, packed);
                result.add(packed, p, terms, i, to, cAt, column, columns, p == 0, last);
            }
        }
    }

    /// Packs terms from `p` on of the rows `from` to `to`, as [VectorPack] does it: one line after
    /// the other, or what the slice has of it.
    private static void pack(Tiles t, int aAt, int from, int to, int p, int terms, float[] out) {
        int padded = Math.ceilDiv(to - from, Tiles.ROWS) * Tiles.ROWS;
        int next;
        for (int q = p; q < p + terms; q = next) {
            next = Math.min(p + terms, (q / t.run() + 1) * t.run());
            int fours = (next - q) / VectorPack.TOGETHER;
            for (int i = 0; i < padded; i++) {
                int at = aAt + t.rows()[Math.min(from + i, to - 1)] + t.taps()[q];
                int place = VectorPack.place(i, terms) + (q - p) * Tiles.ROWS;
                VectorPack.row(t.a(), at, fours, out, place);
            }
        }
    }
}
