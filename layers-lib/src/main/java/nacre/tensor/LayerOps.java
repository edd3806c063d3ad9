package nacre.tensor;

import java.util.Arrays;
import nacre.compute.Convolution;
import nacre.compute.Product;
import nacre.compute.Unary;
import nacre.compute.Window;
import nacre.tensor.ProductOps.MatMul;
import org.jspecify.annotations.Nullable;

/// Products with a bias and a function at the end, as layers use them: the inputs are `x`, the
/// kernel, and perhaps the bias.
///
/// Each is two or three plain operations in one, so that their numbers go through memory once.
final class LayerOps {
    private LayerOps() {}

    static Tensor apply(Op op, Tensor x, Tensor kernel, @Nullable Tensor bias) {
        return bias == null ? Op.apply(op, x, kernel) : Op.apply(op, x, kernel, bias);
    }

    /// What these operations are made of: the bias added, then the function.
    static Tensor plain(Tensor product, @Nullable Tensor bias, @Nullable Unary f) {
        Tensor sum = bias == null ? product : product.add(bias);
        return f == null ? sum : FunctionOps.UnaryOp.apply(f, sum);
    }

    /// The gradient before the function, from `after`, that by its result `y`, and at once that of
    /// the bias, whose sum [Back#send] takes.
    private static Tensor beforeFunction(Back b, @Nullable Unary f, Tensor y, Tensor after) {
        Tensor g = f == null ? after : FunctionOps.slope(f, y, after);
        if (b.inputs() == 3) {
            b.send(2, () -> g);
        }
        return g;
    }

    private static float @Nullable [] bias(Tensor... x) {
        return x.length == 3 ? x[2].data() : null;
    }

    /// `f(x · kernel + bias)` for matrices.
    record Dense(@Nullable Unary f) implements Op {
        @Override
        public Shape shape(Shape... in) {
            Shape product = new MatMul(false, false).shape(in[0], in[1]);
            return in.length == 3 ? product.broadcast(in[2]) : product;
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            int m = out.dim(0);
            int n = out.dim(1);
            int k = x[0].dim(1);
            float[] y = Tape.array(out.size());
            Product.multiply(
                    m, n, k, x[0].data(), 0, k, 1, x[1].data(), 0, n, 1, bias(x), f, y, 0, n);
            return y;
        }

        @Override
        public void backward(Back b) { // as for a product: G·Kᵀ for x and xᵀ·G for the kernel
            Tensor g = beforeFunction(b, f, b.y(), b.g());
            b.send(0, () -> g.product(b.x(1), false, true));
            b.send(1, () -> b.x(0).product(g, true, false));
        }
    }

    /// `f(x ∗ kernel + bias)`.
    record Conv(Sliding sliding, @Nullable Unary f) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return new WindowOps.Conv(sliding).shape(in[0], in[1]);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] y = Tape.array(out.size());
            Window window = new WindowOps.Conv(sliding).window(x[0].shape(), x[1].shape());
            Convolution.forward(window, x[0].data(), x[1].data(), bias(x), f, y);
            return y;
        }

        @Override
        public void backward(Back b) {
            new WindowOps.Conv(sliding).send(b, beforeFunction(b, f, b.y(), b.g()));
        }
    }

    /// `f(max(x ∗ kernel + bias))`, the largest of windows of this size that lie side by side.
    record ConvMaxPool(Sliding sliding, @Nullable Unary f, int[] size) implements Op {
        private PoolOps.MaxPool pool() {
            int[] ones = new int[size.length];
            Arrays.fill(ones, 1);
            return new PoolOps.MaxPool(size, new Sliding(size, Padding.VALID, ones, 1));
        }

        @Override
        public Shape shape(Shape... in) {
            return pool().shape(new WindowOps.Conv(sliding).shape(in[0], in[1]));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] y = Tape.array(out.size());
            Window window = new WindowOps.Conv(sliding).window(x[0].shape(), x[1].shape());
            Convolution.forwardMaxPool(window, x[0].data(), x[1].data(), bias(x), f, size, y);
            return y;
        }

        /// What was before the pooling is made once more, as it was never kept.
        @Override
        public void backward(Back b) {
            Tensor bias = b.inputs() == 3 ? b.x(2) : null;
            Tensor before = b.x(0).conv(b.x(1), sliding, bias, f);
            Tensor gradient = pool().gradient(before, b.y(), b.g());
            new WindowOps.Conv(sliding).send(b, beforeFunction(b, f, before, gradient));
        }
    }
}
