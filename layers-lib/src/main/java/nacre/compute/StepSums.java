package nacre.compute;

import java.util.Arrays;
import java.util.List;
import nacre.compute.Scratch.Use;

/// The gradients by kernels that every step of a sequence has used: `aᵀ · g` for each, summed over
/// all steps of all samples.
///
/// Why it is fast: what was multiplied is read where it lies, through a table, and each thread
/// takes columns of its own, of which it packs one slice of steps after the other for all kernels
/// at once, so that nobody waits for anybody. The plain twin is the product of what all steps have
/// seen, row below row, with `g`.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param columns how many numbers came out of a step
public record StepSums(int batch, int steps, int columns) {
    /// Steps of a slice, of one sample or of several: with 64 columns 64 KB of `g`.
    private static final int SLICE = 256;

    /// In so many pieces at least: panels of columns, if there are enough, or else shares of them.
    private static final int PIECES = 8;

    private static final float[] ONE = {1};

    /// A kernel, and what each step has multiplied with it.
    ///
    /// @param a what was multiplied
    /// @param sample how far apart the first steps of neighbouring samples begin in `a`
    /// @param step how far apart neighbouring steps begin
    /// @param rows how many numbers of `a` each step has multiplied: the rows of the kernel
    /// @param gradient where the gradient goes, `rows × columns`
    public record Kernel(float[] a, int sample, int step, int rows, float[] gradient) {
        /// A bias: the kernel of an input that is always one.
        public static Kernel bias(float[] gradient) {
            return new Kernel(ONE, 0, 0, 1, gradient);
        }
    }

    /// Fills in the gradients.
    ///
    /// @param g the gradient by what came out, `batch × steps × columns`
    public void gradients(float[] g, List<Kernel> kernels) {
        var tiles = new Tiles[kernels.size()];
        int rows = 0;
        int mostRows = 0;
        for (int i = 0; i < tiles.length; i++) {
            Kernel kernel = kernels.get(i);
            if (batch * steps == 0) {
                Arrays.fill(kernel.gradient, 0, kernel.rows * columns, 0);
            }
            tiles[i] = tiles(kernel);
            rows += kernel.rows;
            mostRows = Math.max(mostRows, kernel.rows);
        }
        int panels = Panels.count(columns);
        int shares = Math.clamp(PIECES / panels, 1, Math.max(1, mostRows / Tiles.ROWS));
        long work = (long) batch * steps * rows * columns / panels / shares;
        Threads.forEach(
                panels * shares,
                (int) Math.max(1, Product.GRAIN / Math.max(1, work)),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        add(kernels, tiles, g, i / shares * Tiles.COLUMNS, i % shares, shares);
                    }
                });
    }

    /// The kernel's rows as products with slices of `g`, of which each thread has its own.
    private Tiles tiles(Kernel kernel) {
        int[] taps = new int[SLICE];
        for (int i = 0; i < sliceSamples() * sliceSteps(); i++) {
            taps[i] = i / sliceSteps() * kernel.sample + i % sliceSteps() * kernel.step;
        }
        int[] numbers = new int[kernel.rows];
        int[] places = new int[kernel.rows];
        for (int i = 0; i < kernel.rows; i++) {
            numbers[i] = i;
            places[i] = i * columns;
        }
        float[] none = {};
        return new Tiles(kernel.a, numbers, taps, 0, none, 0, kernel.gradient, places, false);
    }

    /// How many steps of a sample are in a slice, and how many samples: more than one only whole.
    private int sliceSteps() {
        return Math.clamp(steps, 1, SLICE);
    }

    private int sliceSamples() {
        return SLICE / sliceSteps();
    }

    /// Adds all slices to the panel of columns that begins with `j`, for a share of each kernel's
    /// rows.
    private void add(List<Kernel> kernels, Tiles[] tiles, float[] g, int j, int share, int shares) {
        int width = Math.min(Tiles.COLUMNS, columns - j);
        float[] slice = Scratch.floats(Use.PACKED_A, SLICE * Tiles.COLUMNS);
        for (int n = 0; n < batch; n += sliceSamples()) {
            for (int s = 0; s < steps; s += sliceSteps()) {
                int samples = Math.min(sliceSamples(), batch - n);
                int depth = samples * Math.min(sliceSteps(), steps - s);
                Matrix part = new Matrix(g, (n * steps + s) * columns + j, columns, 1);
                Pack.rows(part, depth, width, slice, 0, width);
                for (int i = 0; i < tiles.length; i++) {
                    Kernel kernel = kernels.get(i);
                    int first = Threads.chunk(kernel.rows, share, shares);
                    int last = Threads.chunk(kernel.rows, share + 1, shares);
                    int at = n * kernel.sample + s * kernel.step;
                    Tiles t = tiles[i].terms(depth, slice, width);
                    boolean begins = n + s == 0;
                    Epilogue.REPLACE.run(t, at, first, last, 0, j, 0, width, begins, false);
                }
            }
        }
    }
}
