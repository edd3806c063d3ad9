package nacre.layers.weights;

import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.jspecify.annotations.Nullable;

/// A matrix whose columns (or rows, if there are fewer) are of length `gain` and at right angles;
/// the default of the matrices that recurrent layers apply again and again, as it makes signals
/// neither longer nor shorter.
///
/// All axes but the last are joined to one.
///
/// Source: Saxe and others, Exact solutions to the nonlinear dynamics of learning in deep linear
/// neural networks (2014).
///
/// @param gain the length; default 1
/// @param seed gives the same numbers every time; default none
public record Orthogonal(double gain, @Nullable Integer seed) implements Initializer {
    /// Length 1, without a seed of its own.
    public Orthogonal() {
        this(1);
    }

    /// Without a seed of its own.
    public Orthogonal(double gain) {
        this(gain, null);
    }

    @Override
    public Tensor values(Shape shape, long drawn) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException(
                    "The orthogonal initializer is for weights of two axes or more; got shape "
                            + shape
                            + ".");
        }
        int columns = shape.last();
        int rows = shape.size() / Math.max(1, columns);
        int height = Math.max(rows, columns);
        int width = Math.min(rows, columns);
        var random = new RandomStream(seed == null ? drawn : seed);
        DMatrixRMaj q = orthonormal(random.normal(Shape.of(height, width), 0, 1));
        float[] values = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] =
                        (float) (gain * (rows >= columns ? q.get(i, j) : q.get(j, i)));
            }
        }
        return Tensor.wrap(values, shape);
    }

    /// The Q of a QR decomposition, each column with the sign of R's diagonal, which makes every
    /// direction equally likely.
    private static DMatrixRMaj orthonormal(Tensor random) {
        var matrix = new DMatrixRMaj(random.dim(0), random.dim(1));
        float[] numbers = random.data();
        for (int i = 0; i < numbers.length; i++) {
            matrix.data[i] = numbers[i];
        }
        QRDecomposition<DMatrixRMaj> qr =
                DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
        qr.decompose(matrix);
        DMatrixRMaj q = qr.getQ(null, true);
        DMatrixRMaj r = qr.getR(null, true);
        for (int i = 0; i < q.numRows; i++) {
            for (int j = 0; j < q.numCols; j++) {
                q.set(i, j, r.get(j, j) < 0 ? -q.get(i, j) : q.get(i, j));
            }
        }
        return q;
    }
}
