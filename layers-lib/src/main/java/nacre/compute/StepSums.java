package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// The gradient by a kernel that every step of a sequence has used: `aᵀ · g`, summed over all steps
/// of all samples.
///
/// Why it is fast: `a` is read where it lies, through a table, and each thread takes columns of its
/// own, of which it packs one slice of steps after the other, so that nobody waits for anybody. The
/// plain twin is the product of what all steps have seen, row below row, with `g`.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param sample how far apart the first steps of neighbouring samples begin in `a`
/// @param step how far apart neighbouring steps begin
/// @param rows how many numbers of `a` each step has multiplied with the kernel
/// @param columns how many numbers came out
public record StepSums(int batch, int steps, int sample, int step, int rows, int columns) {
    /// Steps of a slice, of one sample or of several: with 64 columns 64 KB of `g`.
    private static final int SLICE = 256;

    /// In so many pieces at least: panels of columns, if there are enough, or else shares of them.
    private static final int PIECES = 8;

    /// Fills in `dk`, `rows × columns`.
    ///
    /// @param a what the kernel was multiplied with
    /// @param g the gradient by what came out, `batch × steps × columns`
    public void kernelGradient(float[] a, float[] g, float[] dk) {
        Arrays.fill(dk, 0, rows * columns, 0);
        int panels = Panels.count(columns);
        int shares = Math.clamp(PIECES / panels, 1, Math.ceilDiv(rows, Tiles.ROWS));
        long work = (long) batch * steps * rows * columns / panels / shares;
        int[] taps = taps();
        int[] numbers = Scratch.steps(Use.ROWS, rows, 1);
        int[] places = Scratch.steps(Use.PLACES, rows, columns);
        Threads.forEach(
                panels * shares,
                (int) Math.max(1, Product.GRAIN / Math.max(1, work)),
                (from, to) -> {
                    float[] b = Scratch.floats(Use.PACKED_A, SLICE * Tiles.COLUMNS);
                    for (int i = from; i < to; i++) {
                        int j = i / shares * Tiles.COLUMNS;
                        int width = Math.min(Tiles.COLUMNS, columns - j);
                        int first = Threads.chunk(rows, i % shares, shares);
                        int last = Threads.chunk(rows, i % shares + 1, shares);
                        Tiles all = new Tiles(a, numbers, taps, SLICE, b, width, dk, places, false);
                        add(all, g, j, first, last);
                    }
                });
    }

    /// How many steps of a sample are in a slice, and how many samples: more than one only whole.
    private int sliceSteps() {
        return Math.clamp(steps, 1, SLICE);
    }

    private int sliceSamples() {
        return SLICE / sliceSteps();
    }

    /// Where the steps of a slice begin in `a`, seen from the first.
    private int[] taps() {
        int[] taps = Scratch.ints(Use.TAPS, SLICE);
        for (int i = 0; i < sliceSamples() * sliceSteps(); i++) {
            taps[i] = i / sliceSteps() * sample + i % sliceSteps() * step;
        }
        return taps;
    }

    /// Adds all slices to one panel of columns, for the rows `first` to `last`.
    private void add(Tiles t, float[] g, int j, int first, int last) {
        int width = t.step();
        for (int n = 0; n < batch; n += sliceSamples()) {
            for (int s = 0; s < steps; s += sliceSteps()) {
                int samples = Math.min(sliceSamples(), batch - n);
                int depth = samples * Math.min(sliceSteps(), steps - s);
                Matrix part = new Matrix(g, (n * steps + s) * columns + j, columns, 1);
                Pack.rows(part, depth, width, t.b(), 0, width);
                int at = n * sample + s * step;
                t.terms(depth).run(at, first, last, 0, j, width, t.c(), 0, Tiles.NO_FLOOR);
            }
        }
    }
}
