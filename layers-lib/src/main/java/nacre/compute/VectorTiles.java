package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Splits a panel of [Tiles] into the register tiles [Tile6x4], [Tile4x4], [Tile6x2], [Line6x2],
/// [Line4x2], [Panel4x2], [Tile6x1], [Tile4x1] and [Tile1x4].
final class VectorTiles {
    private static final int L = Lanes.COUNT;

    private VectorTiles() {}

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
        int high;
        for (int i = from; i < to; i += high) {
            boolean narrow = columns < 2 * L;
            high = inPanels(t) && !narrow ? 4 : high(t, to - i, narrow && start == t.c());
            int last = Math.min(i + high, to) - 1;
            int j = 0;
            if (i == to - 1) {
                for (; j <= columns - 4 * L; j += 4 * L) {
                    Tile1x4.run(t, aAt, i, bAt + j, cAt + j, start, startAt + j);
                }
            }
            if (high == 4) {
                for (; j <= columns - 4 * L; j += 4 * L) {
                    Tile4x4.run(t, aAt, i, last, bAt + j, cAt + j, start, startAt + j);
                }
            } else if (Vectors.MANY_REGISTERS) {
                for (; j <= columns - 4 * L; j += 4 * L) {
                    Tile6x4.run(t, aAt, i, last, bAt + j, cAt + j, start, startAt + j);
                }
            }
            for (; j <= columns - 2 * L; j += 2 * L) {
                sixByTwo(t, aAt, i, last, bAt + j, cAt + j, start, startAt + j);
            }
            for (; j < columns; j += L) {
                int left = Math.min(L, columns - j);
                if (start != t.c()) {
                    Tile6x1.run(t, aAt, i, last, bAt + j, cAt + j, start, startAt + j, left);
                } else {
                    for (int r = i; r <= last; r += 4) {
                        Tile4x1.run(t, aAt, r, last, bAt + j, cAt + j, left);
                    }
                }
            }
            if (floor != Tiles.NO_FLOOR) {
                cut(t.c(), t.places(), i, last + 1, cAt, columns, floor);
            }
        }
    }

    private static void sixByTwo(
            Tiles t, int aAt, int i, int last, int bAt, int cAt, float[] start, int startAt) {
        if (t.inLines()) {
            lines(t, aAt, i, last, bAt, cAt, start, startAt);
        } else {
            Tile6x2.run(t, aAt, i, last, bAt, cAt, start, startAt);
        }
    }

    /// One line of terms after the other; the sums wait in the nearest cache.
    private static void lines(
            Tiles t, int aAt, int i, int last, int bAt, int cAt, float[] start, int startAt) {
        float[] from = start;
        for (int p = 0; p < t.depth(); p += t.run()) {
            int terms = Math.min(t.run(), t.depth() - p);
            int b = bAt + p * t.step();
            int a = aAt + t.taps()[p];
            if (inPanels(t)) {
                Panel4x2.run(t, terms, a, i, last, b, cAt, from, startAt);
            } else if (last - i < 4) {
                Line4x2.run(t, terms, a, i, last, b, cAt, from, startAt);
            } else {
                Line6x2.run(t, terms, a, i, last, b, cAt, from, startAt);
            }
            from = t.c();
        }
    }

    /// Whether [Panel4x2] can be used.
    private static boolean inPanels(Tiles t) {
        return t.inLines() && t.step() == 2 * L;
    }

    /// How many rows to take of those that are left: 4 where a tile of 6 would have less to do than
    /// two of 4, or than one, and where there is only [Tile4x1].
    private static int high(Tiles t, int left, boolean narrow) {
        boolean hasLow = Vectors.MANY_REGISTERS || t.inLines();
        boolean few = hasLow && (left <= 4 || left == 8);
        return few || narrow ? 4 : Tiles.ROWS;
    }

    /// A pass of its own, while the tile is in the nearest cache: in the tile's method it would be
    /// more than the compiler takes in one piece.
    static void cut(float[] c, int[] places, int from, int to, int cAt, int columns, float floor) {
        FloatVector low = broadcast(S, floor);
        for (int i = from; i < to; i++) {
            int at = cAt + places[i];
            int j = 0;
            for (; j <= columns - L; j += L) {
                FloatVector x = fromArray(S, c, at + j);
                x.blend(0f, x.compare(VectorOperators.LT, low)).intoArray(c, at + j);
            }
            for (; j < columns; j++) {
                c[at + j] = c[at + j] < floor ? 0 : c[at + j];
            }
        }
    }
}
