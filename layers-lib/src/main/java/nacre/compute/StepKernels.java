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
        return Panels.size(depth + VectorPack.TOGETHER - 1, columns);
    }

    /// `c (+)= a · kernel`, a row for each sample.
    ///
    /// @param place how far apart the rows of neighbouring samples begin in `c`
    StepProduct product(StepInput a, Matrix kernel, int columns, float[] c, int place) {
        Panels panels = panels(a.wholeFours(), columns);
        pack(panels, a, kernel, 0, columns);
        Tiles tiles = tiles(a.a(), a.sample(), a.terms(), panels, c, place);
        return StepProduct.of(a, null, tiles, panels, columns);
    }

    /// `c (+)= x · upper + h · lower` in one product, which reads and writes `c` once. Where
    /// nothing is packed, all such products have `[x h]` in the same place, so they must be equally
    /// deep.
    StepProduct product(
            StepInput x,
            Matrix upper,
            StepInput h,
            Matrix lower,
            int columns,
            float[] c,
            int place) {
        int depth = x.wholeFours() + h.wholeFours();
        Panels panels = panels(depth, columns);
        pack(panels, x, upper, 0, columns);
        pack(panels, h, lower, x.wholeFours(), columns);
        float[] both = Scratch.floats(Use.BOTH, batch * depth);
        return StepProduct.of(x, h, tiles(both, depth, depth, panels, c, place), panels, columns);
    }

    private Panels panels(int depth, int columns) {
        Panels panels = Panels.packed(room, used, depth, columns);
        used += Panels.size(depth, columns);
        return panels;
    }

    private static void pack(Panels panels, StepInput a, Matrix kernel, int p, int columns) {
        panels.pack(kernel, p, a.terms(), columns);
        panels.clear(p + a.terms(), a.wholeFours() - a.terms(), columns);
    }

    private Tiles tiles(float[] a, int sample, int depth, Panels b, float[] c, int place) {
        int[] taps = Scratch.steps(Use.TAPS, depth, 1);
        int[] rows = multiples(sample);
        return new Tiles(a, rows, taps, depth, b.data(), b.step(), c, multiples(place), false);
    }

    private int[] multiples(int distance) {
        int[] table = new int[batch];
        for (int n = 0; n < batch; n++) {
            table[n] = n * distance;
        }
        return table;
    }
}
