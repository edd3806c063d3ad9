package nacre.compute;

/// A convolution that keeps channels apart: each has `multiplier = filters / channels` kernels of
// its own.
///
/// The kernel is laid out `(k…, channels, multiplier)`; filter `c · multiplier + m` of the result
// comes from channel `c`.
public final class Depthwise {
    private Depthwise() {}

    /// The convolution itself; `out` is overwritten.
    public static void forward(Window w, float[] x, float[] kernel, float[] out) {
        Window v = w.volume();
        Threads.forEach(
                v.batch(), 1, (from, to) -> PlainDepthwise.forward(v, x, kernel, out, from, to));
    }

    /// The gradient by the input, from the gradient `g` by the result; `dx` is overwritten.
    public static void inputGradient(Window w, float[] g, float[] kernel, float[] dx) {
        Window v = w.volume();
        Threads.forEach(
                v.batch(),
                1,
                (from, to) -> PlainDepthwise.inputGradient(v, g, kernel, dx, from, to));
    }

    /// The gradient by the kernel; `dk` is overwritten.
    public static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        PlainDepthwise.kernelGradient(w.volume(), x, g, dk);
    }
}
