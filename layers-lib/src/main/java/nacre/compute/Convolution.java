package nacre.compute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Slides a kernel over an input and takes a weighted sum at each place.
///
/// `out[n, o, f] = Σ over taps t and channels c of x[n, place(o, t), c] · kernel[t, c, f]`, with as
/// many separate convolutions side by side as there are groups. The kernel is laid out `(k…,
/// channels / groups, filters)`. A transposed convolution is [#inputGradient] used forwards. The
/// plain twin is [PlainConvolution]; unlike it, the fast ways read zeros around the input, so that
/// what is not finite in the kernel or the gradient also reaches results at the border. Windows of
/// 3 × 3 over many channels are computed as [Winograd] does it, all others as [TiledConvolution]
/// does.
public final class Convolution {
    private Convolution() {}

    /// The convolution itself; `out` is overwritten.
    public static void forward(Window w, float[] x, float[] kernel, float[] out) {
        forward(w, x, kernel, null, null, out);
    }

    /// The convolution with what a layer does next: `f(x ∗ kernel + bias)`.
    ///
    /// @param bias one number per filter; may be null
    /// @param f may be null, for the sum as it is
    public static void forward(
            Window w,
            float[] x,
            float[] kernel,
            float @Nullable [] bias,
            @Nullable Unary f,
            float[] out) {
        Window v = w.volume();
        Epilogue end = new Epilogue(false, bias, f);
        if (isProduct(v)) {
            Matrix a = new Matrix(x, 0, v.channels(), 1);
            Matrix b = new Matrix(kernel, 0, v.filters(), 1);
            Matrix c = new Matrix(out, 0, v.filters(), 1);
            Product.multiply(v.batch() * v.outPlaces(), v.filters(), v.channels(), a, b, c, end);
        } else if (v.batch() * v.outPlaces() > 0
                && !(Winograd.fits(v) && Winograd.of(v).forward(x, kernel, bias, f, out))) {
            TiledConvolution.mixing(v).forward(x, kernel, end, out);
        }
    }

    /// The convolution, and of its result the largest of each window: what a convolutional layer
    /// and a max pooling after it do together, `f(max(x ∗ kernel + bias))`.
    ///
    /// @param size size of the windows along each of one or two axes; they lie side by side, and
    ///   what is left over at the end of the convolution's result is not looked at
    /// @param bias one number per filter; may be null
    /// @param f must grow with its argument; may be null
    public static void forwardMaxPool(
            Window w,
            float[] x,
            float[] kernel,
            float @Nullable [] bias,
            @Nullable Unary f,
            int[] size,
            float[] out) {
        Window v = w.atWhole(size).volume();
        if (v.batch() * v.outPlaces() == 0) {
            return;
        }
        boolean ofTiles = Arrays.equals(size, new int[] {2, 2}) && Winograd.fits(v);
        if (!(ofTiles && Winograd.of(v).forwardMaxPool(x, kernel, bias, f, out))) {
            int wide = size.length == 2 ? size[1] : 1;
            TiledConvolution.mixing(v).forwardMaxPool(x, kernel, bias, f, size[0], wide, out);
        }
    }

    /// The gradient by the input, from the gradient `g` by the result; `dx` is overwritten.
    public static void inputGradient(Window w, float[] g, float[] kernel, float[] dx) {
        Window v = w.volume();
        if (isProduct(v)) {
            Matrix a = new Matrix(g, 0, v.filters(), 1);
            Matrix b = new Matrix(kernel, 0, 1, v.filters());
            Matrix c = new Matrix(dx, 0, v.channels(), 1);
            Product.multiply(
                    v.batch() * v.outPlaces(),
                    v.channels(),
                    v.filters(),
                    a,
                    b,
                    c,
                    Epilogue.REPLACE);
        } else if (!(Winograd.fits(v) && Winograd.of(v).inputGradient(g, kernel, dx))) {
            TiledConvolution.mixing(v).inputGradient(g, kernel, dx);
        }
    }

    /// The gradient by the kernel; `dk` is overwritten.
    public static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        Window v = w.volume();
        if (isProduct(v)) {
            Matrix a = new Matrix(x, 0, 1, v.channels());
            Matrix b = new Matrix(g, 0, v.filters(), 1);
            Matrix c = new Matrix(dk, 0, v.filters(), 1);
            int places = v.batch() * v.outPlaces();
            Product.multiply(v.channels(), v.filters(), places, a, b, c, Epilogue.REPLACE);
        } else {
            TiledConvolution.mixing(v).kernelGradient(x, g, dk);
        }
    }

    /// A window of one tap that meets every place once is a product of two matrices.
    private static boolean isProduct(Window w) {
        boolean one = w.taps() == 1 && w.groups() == 1;
        for (int a = 0; a < 3; a++) {
            one &= w.strides()[a] == 1 && w.padBefore()[a] == 0 && w.in()[a] == w.out()[a];
        }
        return one;
    }
}
