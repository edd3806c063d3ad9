package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// The product that a step of a sequence begins with, for a few samples: `c (+)= x · B`, or with
/// two kernels `c (+)= [x h] · B`. [StepKernels] gets it ready.
///
/// Why it is fast: where [PackedRows] are, `x` and `h` are packed from where they lie, and each
/// panel of the kernel comes from the second cache once for all samples of a thread.
///
/// @param tiles the way without packing; reads `x` where it lies, or `[x h]` side by side
/// @param packed whether it is the way of [PackedRows]
record StepProduct(
        StepInput x,
        @Nullable StepInput h,
        Tiles tiles,
        Panels panels,
        int columns,
        boolean packed) {

    /// How many samples go through the steps together where nothing is packed: as many as the
    /// lowest tile has rows.
    private static final int FEWEST = 4;

    /// How many at most where they are packed: two tiles of six and one of four. What they are
    /// multiplied with still stays in the nearest cache beside them.
    private static final int MOST = 16;

    static StepProduct of(
            StepInput x, @Nullable StepInput h, Tiles tiles, Panels panels, int columns) {
        boolean packed = columns >= Tiles.COLUMNS && Warmup.packedReady();
        return new StepProduct(x, h, tiles, panels, columns, packed);
    }

    /// How many samples go through the steps together. It may depend on the number of threads, as
    /// samples do not know of each other.
    static int together(int batch) {
        int share = Math.ceilDiv(batch, Threads.count());
        return Warmup.packedReady() ? Math.clamp(share, FEWEST, MOST) : FEWEST;
    }

    /// All columns, for the samples `from` to `to`.
    ///
    /// @param bias where the bias of the first column is, if `end` has one
    /// @param xAt where the step's `x` of the first of all samples begins
    /// @param cAt where the result of the first of all samples begins
    void run(Epilogue end, int bias, int xAt, int from, int to, int cAt) {
        run(end, bias, xAt, 0, from, to, cAt);
    }

    /// The same with two kernels.
    ///
    /// @param hAt where the step's `h` of the first of all samples begins
    void run(Epilogue end, int bias, int xAt, int hAt, int from, int to, int cAt) {
        if (packed) {
            runPacked(end, bias, xAt, hAt, from, to, cAt);
        } else if (h != null) {
            copy(x, xAt, from, to, 0);
            copy(h, hAt, from, to, x.wholeFours());
            runInPlace(end, bias, 0, from, to, cAt);
        } else {
            runInPlace(end, bias, xAt, from, to, cAt);
        }
    }

    private void runPacked(Epilogue end, int bias, int xAt, int hAt, int from, int to, int cAt) {
        int first = x.wholeFours();
        int terms = first + (h == null ? 0 : h.wholeFours());
        int count = to - from;
        int high = PackedRows.tileRows(count);
        float[] room = Scratch.floats(Use.PACKED_A, Math.ceilDiv(count, high) * Tiles.ROWS * terms);
        VectorPack.rows(x.rows(xAt, from), count, x.terms(), high, room, 0, terms);
        if (h != null) {
            VectorPack.rows(h.rows(hAt, from), count, h.terms(), high, room, first, terms);
        }
        new PackedRows(panels, tiles.c(), tiles.places(), end, false, high)
                .add(room, 0, terms, from, to, cAt, bias, columns, true, true);
    }

    private void runInPlace(Epilogue end, int bias, int aAt, int from, int to, int cAt) {
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int width = Math.min(Tiles.COLUMNS, columns - j);
            end.run(tiles, aAt, from, to, panels.of(j), cAt + j, bias + j, width, true, true);
        }
    }

    /// Copies numbers to the rows of `[x h]`, from term `p` on; see [VectorPack#rows] for what
    /// fills up the last four.
    private void copy(StepInput input, int at, int from, int to, int p) {
        int terms = input.terms();
        for (int n = from; n < to; n++) {
            int row = tiles.rows()[n] + p;
            System.arraycopy(input.a(), at + n * input.sample(), tiles.a(), row, terms);
            Arrays.fill(tiles.a(), row + terms, row + input.wholeFours(), -0f);
        }
    }
}
