package nacre.layers.weights;

import nacre.tensor.Tensor;

/// A price of rows (or columns) of a matrix that point in similar directions: `factor` times the
/// mean |cosine| of all pairs.
///
/// ```java
/// new OrthogonalRegularizer().apply(Tensor.of(new float[][] {{1, 0}, {1, 0}}))   // 0.01
/// ```
///
/// Source: [Keras, OrthogonalRegularizer](https://keras.io/api/layers/regularizers/).
///
/// @param factor how dear; default 0.01
/// @param mode `ROWS` (default) or `COLUMNS`
public record OrthogonalRegularizer(double factor, Mode mode) implements Regularizer {
    private static final float TINY = 1e-12f; // keeps a row of zeros from a division by 0

    /// What is to be at right angles.
    public enum Mode {
        /// The rows of the matrix.
        ROWS,
        /// The columns of the matrix.
        COLUMNS
    }

    /// The default price, 0.01, of rows.
    public OrthogonalRegularizer() {
        this(0.01, Mode.ROWS);
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != 2) {
            throw new IllegalArgumentException(
                    "The orthogonal regularizer is for matrices; got a weight of shape "
                            + x.shape()
                            + ".");
        }
        int axis = mode == Mode.ROWS ? 1 : 0;
        Tensor directions = x.mul(x.square().sumKeep(axis).maximum(TINY).rsqrt());
        Tensor cosines =
                mode == Mode.ROWS
                        ? directions.product(directions, false, true)
                        : directions.product(directions, true, false);
        int n = cosines.dim(0);
        Tensor pairs = cosines.mul(Tensor.range(n).oneHot(n).neg().add(1));
        float count = n * (n - 1) / 2f;
        return pairs.abs().sum().mul((float) (factor / 2)).div(count);
    }
}
