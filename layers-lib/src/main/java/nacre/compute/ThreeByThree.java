package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// A window of 3 × 3 that moves by one over pictures whose channels are kept apart, as most
/// depthwise convolutions have.
///
/// It reads the pictures where they lie, without a copy that has zeros around: above and below them
/// is one line of zeros, and what is beside them is left out. The loops are in
/// [VectorThreeByThree].
///
/// @param above lines of padding above a picture, at most two
/// @param left padding on the left of a line, at most two
record ThreeByThree(
        int pictures,
        int channels,
        int high,
        int wide,
        int outHigh,
        int outWide,
        int above,
        int left)
        implements Depthwise.Loops {
    /// Numbers of the source in a strip of lines, which a thread takes at a time: few enough for
    /// the cache of its core.
    private static final int NUMBERS = 1 << 15;

    /// Whether this window over a volume is such a one; its channels have to fill a vector.
    static boolean fits(Window w) {
        return w.filters() >= Vectors.LANES
                && w.kernel()[0] == 1
                && w.out()[0] == w.in()[0]
                && w.strides()[0] == 1
                && fits(w, 1)
                && fits(w, 2);
    }

    private static boolean fits(Window w, int axis) {
        int before = w.padBefore()[axis];
        int behind = w.out()[axis] - w.in()[axis] - before + 2;
        return w.kernel()[axis] == 3
                && w.strides()[axis] == 1
                && w.dilation()[axis] == 1
                && Math.min(w.in()[axis], w.out()[axis]) >= 2
                && Math.clamp(before, 0, 2) == before
                && Math.clamp(behind, 0, 2) == behind;
    }

    static ThreeByThree of(Window w) {
        return new ThreeByThree(
                w.batch() * w.in()[0],
                w.filters(),
                w.in()[1],
                w.in()[2],
                w.out()[1],
                w.out()[2],
                w.padBefore()[1],
                w.padBefore()[2]);
    }

    /// The window that goes back from the result to the input.
    private ThreeByThree backwards() {
        return new ThreeByThree(
                pictures, channels, outHigh, outWide, high, wide, 2 - above, 2 - left);
    }

    @Override
    public void forward(float[] x, float[] kernel, float[] out) {
        Threads.forEach(
                strips(),
                (int) Math.max(1, Product.GRAIN / work()),
                (from, to) -> {
                    float[] zeros = Scratch.floats(Use.ZEROS, line());
                    for (int s = from; s < to; s++) {
                        VectorThreeByThree.forward(strip(s), x, zeros, kernel, out);
                    }
                });
    }

    @Override
    public void inputGradient(float[] g, float[] kernel, float[] dx) {
        float[] turned = Scratch.floats(Use.KERNEL, 9 * channels);
        for (int tap = 0; tap < 9; tap++) {
            System.arraycopy(kernel, (8 - tap) * channels, turned, tap * channels, channels);
        }
        backwards().forward(g, turned, dx);
    }

    @Override
    public void kernelGradient(float[] x, float[] g, float[] dk) {
        Arrays.fill(dk, 0, 9 * channels, 0);
        if (strips() == 0 || channels == 0) {
            return;
        }
        PartSums.add(
                strips(),
                1,
                work(),
                dk,
                9 * channels,
                (some, _, sum, at) -> {
                    float[] zeros = Scratch.floats(Use.ZEROS, line());
                    for (int s = some.from(strips()); s < some.to(strips()); s++) {
                        VectorThreeByThree.kernelGradient(strip(s), x, zeros, g, sum, at);
                    }
                });
    }

    // --- strips of lines

    /// The three lines of the source that a line of the result sees: arrays, and where in them.
    record Sight(float[] line0, int at0, float[] line1, int at1, float[] line2, int at2) {}

    /// Some lines of the result of one picture.
    record Strip(ThreeByThree of, int picture, int from, int to) {
        /// What line `h` of the result sees; what is above or below the picture is zeros.
        Sight sight(int h, float[] x, float[] zeros) {
            int y = h - of.above;
            return new Sight(
                    has(y) ? x : zeros,
                    at(y),
                    has(y + 1) ? x : zeros,
                    at(y + 1),
                    has(y + 2) ? x : zeros,
                    at(y + 2));
        }

        private boolean has(int y) {
            return y >= 0 && y < of.high;
        }

        private int at(int y) {
            return has(y) ? (picture * of.high + y) * of.line() : 0;
        }

        /// Where line `h` of the result begins.
        int target(int h) {
            return (picture * of.outHigh + h) * of.outWide * of.channels;
        }
    }

    private int line() {
        return wide * channels;
    }

    private int lines() {
        return Math.clamp(NUMBERS / Math.max(1, line()), 1, outHigh);
    }

    private int bands() {
        return Math.ceilDiv(outHigh, lines());
    }

    private int strips() {
        return pictures * bands();
    }

    private Strip strip(int s) {
        int from = s % bands() * lines();
        return new Strip(this, s / bands(), from, Math.min(from + lines(), outHigh));
    }

    /// Multiply-adds of a strip.
    private long work() {
        return Math.max(1, 9L * lines() * outWide * channels);
    }
}
