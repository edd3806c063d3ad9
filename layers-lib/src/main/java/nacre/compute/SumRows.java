package nacre.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nacre.compute.Scratch.Use;
import nacre.compute.StepSums.Kernel;

/// Some rows of a kernel whose gradient [StepSums] adds up.
///
/// @param taps where the steps of a slice lie in what they have multiplied
/// @param columns how many columns the kernel has
/// @param first the first row
/// @param count how many rows
/// @param before how many rows of other kernels come before these in [PackedSums]
record SumRows(Kernel kernel, int[] taps, int columns, int first, int count, int before) {

    /// One of several equal shares of each kernel's rows, in whole tiles.
    static List<SumRows> share(
            List<Kernel> kernels, int[][] taps, int columns, int share, int shares) {
        var all = new ArrayList<SumRows>();
        int before = 0;
        for (int i = 0; i < taps.length; i++) {
            Kernel kernel = kernels.get(i);
            int tiles = Math.ceilDiv(kernel.rows(), Tiles.ROWS);
            int first = Threads.chunk(tiles, share, shares) * Tiles.ROWS;
            int last = Threads.chunk(tiles, share + 1, shares) * Tiles.ROWS;
            int count = Math.min(kernel.rows(), last) - first;
            all.add(new SumRows(kernel, taps[i], columns, first, count, before));
            before += count;
        }
        return all;
    }

    /// Begins the sums of the columns `from` to `to`.
    void clear(int from, int to) {
        for (int i = first; i < first + count; i++) {
            Arrays.fill(kernel.gradient(), i * columns + from, i * columns + to, 0);
        }
    }

    /// Where what a step of a sample has multiplied with these rows begins.
    private int at(int sample, int step) {
        return sample * kernel.sample() + step * kernel.step() + first;
    }

    /// Adds a slice of `depth` steps, read where it lies, to the columns from `j` on; `panel` is
    /// their part of the gradient by what came out.
    void add(int sample, int step, int depth, float[] panel, int j, int width) {
        int[] rows = Scratch.steps(Use.ROWS, count, 1);
        int[] places = Scratch.steps(Use.PLACES, count, columns);
        float[] a = kernel.a();
        float[] c = kernel.gradient();
        var t = new Tiles(a, rows, taps, depth, panel, width, c, places, false);
        int to = first * columns + j;
        Epilogue.ADD.run(t, at(sample, step), 0, count, 0, to, 0, width, true, true);
    }

    /// Packs what a slice has multiplied; see [PackedSums].
    void pack(int sample, int step, int depth, float[] out) {
        PackedSums.pack(kernel.a(), at(sample, step), taps, depth, count, before, out);
    }

    /// Takes over the finished sums of some columns from `j` on.
    void take(Matrix sums, int j, int width) {
        int to = first * columns + j;
        Pack.rows(sums, count, width, kernel.gradient(), to, columns);
    }
}
