package nacre.compute;

import java.util.List;
import nacre.compute.Scratch.Use;

/// The gradients by kernels that every step of a sequence has used: `aᵀ · g` for each, summed over
/// all steps of all samples.
///
/// Why it is fast: each thread takes columns of its own, of which it packs one slice of steps after
/// the other for all kernels at once, so that nobody waits for anybody. What was multiplied is read
/// where it lies, through a table, or packed too, see [PackedSums]. The plain twin is the product
/// of what all steps have seen, row below row, with `g`.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param columns how many numbers came out of a step
public record StepSums(int batch, int steps, int columns) {
    /// Steps of a slice, of one sample or of several.
    private static final int SLICE = 256;

    /// In so many pieces at least: panels of columns, if there are enough, or else shares of them.
    private static final int PIECES = 8;

    /// Panels whose packed sums a thread holds at most.
    private static final int MOST_PANELS = 128;

    /// Fewer rows of the largest kernel are not worth packing.
    private static final int FEWEST_ROWS = 2 * Tiles.ROWS;

    private static final int WIDE = Tiles.COLUMNS;
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
        var taps = new int[kernels.size()][];
        int rows = 0;
        int mostRows = 0;
        for (int i = 0; i < taps.length; i++) {
            taps[i] = taps(kernels.get(i));
            rows += kernels.get(i).rows;
            mostRows = Math.max(mostRows, kernels.get(i).rows);
        }
        int panels = Panels.count(columns);
        int shares = Math.clamp(PIECES / panels, 1, Math.max(1, mostRows / Tiles.ROWS));
        boolean packed = mostRows >= FEWEST_ROWS && columns >= WIDE && Warmup.packedReady();
        long work = (long) batch * steps * rows * columns / panels / shares;
        int few = (int) Math.max(1, Product.GRAIN / Math.max(1, work));
        int threads = Threads.count();
        int each = Math.ceilDiv(panels * shares, threads == 1 ? 1 : 2 * threads);
        int many = Math.min(MOST_PANELS, each); // each packs what was seen
        Threads.forEach(
                panels * shares,
                packed ? Math.max(few, many) : few,
                (from, to) -> {
                    for (int next, i = from; i < to; i = next) {
                        int share = i / panels;
                        next = Math.min(to, (share + 1) * panels);
                        int first = (i - share * panels) * WIDE;
                        int last = Math.min(columns, (next - share * panels) * WIDE);
                        var part = SumRows.share(kernels, taps, columns, share, shares);
                        add(part, g, first, last, packed);
                    }
                });
    }

    /// Where the steps of a slice lie in what they have multiplied.
    private int[] taps(Kernel kernel) {
        int[] taps = new int[SLICE];
        for (int i = 0; i < sliceSamples() * sliceSteps(); i++) {
            taps[i] = i / sliceSteps() * kernel.sample + i % sliceSteps() * kernel.step;
        }
        return taps;
    }

    /// How many steps of a sample are in a slice, and how many samples: more than one only whole.
    private int sliceSteps() {
        return Math.clamp(steps, 1, SLICE);
    }

    private int sliceSamples() {
        return SLICE / sliceSteps();
    }

    /// Adds all slices to the columns `from` to `to` of some rows of each kernel.
    private void add(List<SumRows> part, float[] g, int from, int to, boolean packed) {
        if (packed) {
            var sums = new PackedSums(part, from, to);
            forEachSlice(g, sums::add);
            sums.finish();
        } else {
            part.forEach(rows -> rows.clear(from, to));
            forEachSlice(g, (n, s, depth, slice) -> addInPlace(part, n, s, depth, slice, from, to));
        }
    }

    /// So many steps, the first of which is step `s` of sample `n`, and their gradients.
    private interface Slice {
        void add(int n, int s, int depth, Matrix g);
    }

    private void forEachSlice(float[] g, Slice body) {
        for (int n = 0; n < batch; n += sliceSamples()) {
            for (int s = 0; s < steps; s += sliceSteps()) {
                int samples = Math.min(sliceSamples(), batch - n);
                int depth = samples * Math.min(sliceSteps(), steps - s);
                body.add(n, s, depth, new Matrix(g, (n * steps + s) * columns, columns, 1));
            }
        }
    }

    /// Adds a slice that begins with step `s` of sample `n`.
    private static void addInPlace(
            List<SumRows> part, int n, int s, int depth, Matrix slice, int from, int to) {
        float[] panel = Scratch.floats(Use.PACKED_A, SLICE * WIDE);
        for (int j = from; j < to; j += WIDE) {
            int width = Math.min(WIDE, to - j);
            Pack.rows(slice.from(0, j), depth, width, panel, 0, width);
            for (SumRows rows : part) {
                rows.add(n, s, depth, panel, j, width);
            }
        }
    }
}
