package nacre.compute;

/// What stands in for [VectorTiles] while most of its tiles are not compiled yet: [Tile6x2] alone,
/// and the plain loops for the columns that do not fill it.
///
/// One tile is ready in a fraction of the time of six, and already as fast as half of them; so the
/// first epoch of a new process need not wait for the others. It gives the same bits.
final class FirstTile {
    /// Columns of the tile.
    static final int COLUMNS = 2 * Vectors.LANES;

    private FirstTile() {}

    static void run(
            Tiles t,
            int aAt,
            int from,
            int to,
            int bAt,
            int cAt,
            int columns,
            float[] start,
            int startAt,
            float floor) {
        int whole = columns / COLUMNS * COLUMNS;
        for (int i = from; i < to; i += Tiles.ROWS) {
            int end = Math.min(i + Tiles.ROWS, to);
            for (int j = 0; j < whole; j += COLUMNS) {
                Tile6x2.run(t, aAt, i, end - 1, bAt + j, cAt + j, start, startAt + j);
            }
            for (int row = i; row < end && floor != Tiles.NO_FLOOR; row++) {
                PlainTiles.cut(t.c(), cAt + t.places()[row], whole, floor);
            }
        }
        if (whole < columns) {
            PlainTiles.run(
                    t,
                    aAt,
                    from,
                    to,
                    bAt + whole,
                    cAt + whole,
                    columns - whole,
                    start,
                    startAt + whole,
                    floor);
        }
    }
}
