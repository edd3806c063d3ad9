package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// A convolution that keeps channels apart: each has `multiplier = filters / channels` kernels of
/// its own.
///
/// The kernel is laid out `(k…, channels, multiplier)`; filter `c · multiplier + m` of the result
/// comes from channel `c`. The plain twin is [PlainDepthwise].
public final class Depthwise {
    /// The same for one kernel of each channel.
    interface Loops {
        void forward(float[] x, float[] kernel, float[] out);

        void inputGradient(float[] g, float[] kernel, float[] dx);

        void kernelGradient(float[] x, float[] g, float[] dk);
    }

    private Depthwise() {}

    /// The convolution itself; `out` is overwritten.
    public static void forward(Window w, float[] x, float[] kernel, float[] out) {
        if (w.batch() * w.outPlaces() == 0) {
            return;
        }
        loops(w).forward(repeated(w, x), kernel, out);
    }

    /// The gradient by the input, from the gradient `g` by the result; `dx` is overwritten.
    public static void inputGradient(Window w, float[] g, float[] kernel, float[] dx) {
        int multiplier = w.filters() / w.channels();
        int n = w.batch() * w.inPlaces() * w.filters();
        float[] each = multiplier == 1 ? dx : Scratch.floats(Use.REPEATED, n);
        loops(w).inputGradient(g, kernel, each);
        if (multiplier > 1) {
            Reduce.apply(Reduction.SUM, each, n / multiplier, multiplier, 1, dx);
        }
    }

    /// The gradient by the kernel; `dk` is overwritten.
    public static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        loops(w).kernelGradient(repeated(w, x), g, dk);
    }

    private static Loops loops(Window w) {
        Window even = even(w);
        return Vectors.ON && ThreeByThree.fits(even)
                ? ThreeByThree.of(even)
                : TiledConvolution.apart(even);
    }

    /// The window over an input that has a channel for each filter.
    private static Window even(Window window) {
        Window w = window.volume();
        return new Window(
                w.batch(),
                w.in(),
                w.filters(),
                w.filters(),
                w.kernel(),
                w.strides(),
                w.dilation(),
                w.padBefore(),
                w.out(),
                1);
    }

    /// The input with each channel repeated for its filters.
    private static float[] repeated(Window w, float[] x) {
        int multiplier = w.filters() / w.channels();
        if (multiplier == 1) {
            return x;
        }
        int n = w.batch() * w.inPlaces() * w.channels();
        float[] repeated = Scratch.floats(Use.REPEATED, n * multiplier);
        for (int i = 0; i < n; i++) {
            Arrays.fill(repeated, i * multiplier, (i + 1) * multiplier, x[i]);
        }
        return repeated;
    }
}
