package nacre.compute;

import nacre.compute.Scratch.Use;

/// Gets the products ready that each step of a sequence makes: packs their kernels, one behind the
/// other, and notes where the samples begin.
final class StepKernels {
    private final int batch;
    private final float[] room;
    private int used;

    /// @param numbers how much room all kernels need together; see [#size]
    StepKernels(int batch, int numbers) {
        this.batch = batch;
        room = Scratch.floats(Use.PACKED_B, numbers);
    }

    /// How much room a kernel needs.
    static int size(int depth, int columns) {
        return Panels.size(wholeFours(depth), columns);
    }

    private static int wholeFours(int depth) {
        return Math.ceilDiv(depth, VectorPack.TOGETHER) * VectorPack.TOGETHER;
    }

    /// `c (+)= a · kernel`, a row for each sample.
    ///
    /// @param sample how far apart the rows of neighbouring samples begin in `a`
    /// @param kernel `depth × columns`
    /// @param place how far apart they begin in `c`
    StepProduct product(
            float[] a, int sample, Matrix kernel, int depth, int columns, float[] c, int place) {
        return product(a, sample, kernel, depth, kernel, 0, columns, c, place);
    }

    /// The same with two kernels, one above the other: a row of `a` has the numbers for the upper
    /// one and behind them those for the lower one.
    StepProduct product(
            float[] a,
            int sample,
            Matrix upper,
            int rows,
            Matrix lower,
            int more,
            int columns,
            float[] c,
            int place) {
        int depth = rows + more;
        int terms = wholeFours(depth);
        Panels panels = Panels.packed(room, used, terms, columns);
        used += size(depth, columns);
        panels.pack(upper, 0, rows, columns);
        panels.pack(lower, rows, more, columns);
        panels.clear(depth, terms - depth, columns);
        int[] taps = Scratch.steps(Use.TAPS, depth, 1);
        float[] b = panels.data();
        int[] samples = multiples(sample);
        int[] places = multiples(place);
        var tiles = new Tiles(a, samples, taps, depth, b, panels.step(), c, places, false);
        return new StepProduct(tiles, panels, columns, sample);
    }

    private int[] multiples(int distance) {
        int[] table = new int[batch];
        for (int n = 0; n < batch; n++) {
            table[n] = n * distance;
        }
        return table;
    }
}
