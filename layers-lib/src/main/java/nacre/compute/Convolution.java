package nacre.compute;

/// Slides a kernel over an input and takes a weighted sum at each place.
///
/// `out[n, o, f] = Σ over taps t and channels c of x[n, place(o, t), c] · kernel[t, c, f]`, with as
// many separate
/// convolutions side by side as there are groups. The kernel is laid out `(k…, channels / groups,
// filters)`. A transposed
/// convolution is [#inputGradient] used forwards.
public final class Convolution {
    private Convolution() {}

    /// The convolution itself; `out` is overwritten.
    public static void forward(Window w, float[] x, float[] kernel, float[] out) {
        Window v = w.volume();
        Threads.forEach(
                v.batch(), 1, (from, to) -> PlainConvolution.forward(v, x, kernel, out, from, to));
    }

    /// The gradient by the input, from the gradient `g` by the result; `dx` is overwritten.
    public static void inputGradient(Window w, float[] g, float[] kernel, float[] dx) {
        Window v = w.volume();
        Threads.forEach(
                v.batch(),
                1,
                (from, to) -> PlainConvolution.inputGradient(v, g, kernel, dx, from, to));
    }

    /// The gradient by the kernel; `dk` is overwritten.
    public static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        PlainConvolution.kernelGradient(w.volume(), x, g, dk);
    }
}
