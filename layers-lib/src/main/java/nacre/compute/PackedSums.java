package nacre.compute;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import nacre.compute.Scratch.Use;

/// Some columns of the sums of [StepSums], for some rows of each kernel: all these rows follow one
/// another here, so that only the last tile of [Turned6x2] may have rows that go nowhere.
///
/// Why it is fast: what the steps have multiplied is packed once for all columns, by the vector, as
/// the six numbers of a term lie side by side already; a few steps at a time, so that they are
/// still in the nearest cache when the next six are copied. The sums of a panel lie in one piece,
/// and go to the gradients when all is added.
final class PackedSums {
    private static final int HIGH = Tiles.ROWS;
    private static final int WIDE = Tiles.COLUMNS;
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    /// Panels that are packed together: with 16 columns each 64 KB of the gradient.
    private static final int TOGETHER = 4;

    /// Steps whose numbers are packed together.
    private static final int STEPS = 16;

    private final List<SumRows> rows;
    private final int from;
    private final int to;
    private final int high;
    private final float[] sums;

    /// Begins the sums of the columns `from` to `to`.
    PackedSums(List<SumRows> rows, int from, int to) {
        this.rows = rows;
        this.from = from;
        this.to = to;
        SumRows end = rows.getLast();
        high = Math.ceilDiv(end.before() + end.count(), HIGH) * HIGH;
        int size = Panels.count(to - from) * high * WIDE;
        sums = Scratch.floats(Use.PARTS, size);
        Arrays.fill(sums, 0, size, 0);
    }

    /// Adds `depth` steps, the first of which is step `s` of sample `n`.
    ///
    /// @param g their gradients
    void add(int n, int s, int depth, Matrix g) {
        int terms = VectorPack.whole(depth);
        float[] seen = Scratch.floats(Use.TURNED, high * terms);
        rows.forEach(part -> part.pack(n, s, depth, seen));
        for (int i = 0; i < high; i += HIGH) {
            Arrays.fill(seen, i * terms + depth * HIGH, (i + HIGH) * terms, -0f);
        }
        float[] panels = Scratch.floats(Use.PACKED_A, TOGETHER * terms * WIDE);
        for (int first = from; first < to; first += TOGETHER * WIDE) {
            int last = Math.min(to, first + TOGETHER * WIDE);
            packPanels(g.from(0, first), depth, last - first, panels, terms);
            for (int j = first; j < last; j += WIDE) {
                addPanel(seen, terms, panels, (j - first) * terms, (j - from) * high);
            }
        }
    }

    private void addPanel(float[] seen, int terms, float[] panels, int panel, int at) {
        int fours = terms / VectorPack.TOGETHER;
        for (int i = 0; i < high; i += HIGH) {
            int c = at + i * WIDE;
            Turned6x2.run(fours, seen, i * terms, panels, panel, sums, c, WIDE, sums, 0);
        }
    }

    /// Copies the sums to where they belong.
    void finish() {
        for (SumRows part : rows) {
            for (int j = from; j < to; j += WIDE) {
                int at = (j - from) * high + part.before() * WIDE;
                part.take(new Matrix(sums, at, WIDE, 1), j, Math.min(WIDE, to - j));
            }
        }
    }

    /// Packs `count` rows as those from `before` on: number `i` of step `p` lies at `a[at + taps[p]
    /// + i]`.
    static void pack(float[] a, int at, int[] taps, int depth, int count, int before, float[] out) {
        int terms = VectorPack.whole(depth);
        for (int p = 0; p < depth; p += STEPS) {
            int end = Math.min(depth, p + STEPS);
            int next;
            for (int i = 0; i < count; i = next) {
                int row = (before + i) % HIGH;
                int to = (before + i - row) * terms + row;
                next = Math.min(count, i + HIGH - row);
                if (next - i == HIGH) {
                    sixes(a, at + i, taps, p, end, out, to);
                } else {
                    some(a, at + i, taps, p, end, next - i, out, to);
                }
            }
        }
    }

    private static void sixes(float[] a, int at, int[] taps, int p, int end, float[] out, int to) {
        for (int q = p; q < end; q++) {
            int from = at + taps[q];
            int next = to + q * HIGH;
            FloatVector.fromArray(FOUR, a, from).intoArray(out, next);
            FloatVector.fromArray(FOUR, a, from + 2).intoArray(out, next + 2);
        }
    }

    private static void some(
            float[] a, int at, int[] taps, int p, int end, int count, float[] out, int to) {
        for (int q = p; q < end; q++) {
            for (int i = 0; i < count; i++) {
                out[to + q * HIGH + i] = a[at + taps[q] + i];
            }
        }
    }

    /// Packs so many columns of the gradient in panels of `terms` terms, those included that fill
    /// up the last four: row by row, as what lies side by side comes from the memory together.
    static void packPanels(Matrix b, int depth, int columns, float[] out, int terms) {
        int whole = columns / WIDE;
        VectorPack.columns(b.data(), b.at(), b.row(), depth, whole, out, 0, terms * WIDE);
        int done = whole * WIDE;
        if (done < columns) {
            Pack.rows(b.from(0, done), depth, columns - done, out, done * terms, WIDE);
        }
        for (int j = 0; j < columns; j += WIDE) {
            Arrays.fill(out, j * terms + depth * WIDE, (j + WIDE) * terms, 0);
        }
    }
}
