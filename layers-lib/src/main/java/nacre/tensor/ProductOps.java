package nacre.tensor;

import nacre.compute.Product;

/// The matrix product.
final class ProductOps {
    private ProductOps() {}

    /// Batches of matrix products; both sides have the same leading axes.
    record MatMul(boolean transposeA, boolean transposeB) implements Op {
        @Override
        public Shape shape(Shape... in) {
            int inner = in[0].dim(transposeA ? -2 : -1);
            int other = in[1].dim(transposeB ? -1 : -2);
            if (inner != other && inner != Shape.NONE && other != Shape.NONE) {
                throw new IllegalArgumentException(
                        "Matrices of shapes "
                                + in[0]
                                + " and "
                                + in[1]
                                + " cannot be multiplied: rows of the first"
                                + " have "
                                + inner
                                + " numbers, columns of the second "
                                + other
                                + ".");
            }
            return in[0].with(-2, in[0].dim(transposeA ? -1 : -2))
                    .with(-1, in[1].dim(transposeB ? -2 : -1));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            Shape a = x[0].shape();
            Shape b = x[1].shape();
            int m = out.dim(-2);
            int n = out.dim(-1);
            int k = a.dim(transposeA ? -2 : -1);
            float[] result = Tape.array(out.size());
            Product.batched(
                    out.size(0, out.rank() - 2),
                    m * k,
                    k * n,
                    m * n,
                    m,
                    n,
                    k,
                    x[0].data(),
                    0,
                    transposeA ? 1 : a.last(),
                    transposeA ? a.last() : 1,
                    x[1].data(),
                    0,
                    transposeB ? 1 : b.last(),
                    transposeB ? b.last() : 1,
                    result,
                    0,
                    n,
                    false);
            return result;
        }

        @Override
        public void backward(Back back) { // C = A·B: the gradient is G·Bᵀ for A and Aᵀ·G for B
            Tensor g = back.g();
            back.send(
                    0,
                    () ->
                            transposeA
                                    ? back.x(1).product(g, transposeB, true)
                                    : g.product(back.x(1), false, !transposeB));
            back.send(
                    1,
                    () ->
                            transposeB
                                    ? g.product(back.x(0), true, transposeA)
                                    : back.x(0).product(g, !transposeA, false));
        }
    }
}
