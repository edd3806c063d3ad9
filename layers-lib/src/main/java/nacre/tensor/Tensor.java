package nacre.tensor;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/// Numbers in a grid of any number of axes: 32-bit floats, stored row by row, never changed once
/// made.
///
/// ```java
/// var x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
/// x.shape()            // (2, 2)
/// x.mul(10).add(1)     // [[11, 21], [31, 41]]
/// x.matmul(x).sum()    // 54
/// ```
///
/// What a tensor can do is written by theme: [Arithmetic], [Functions], [Reductions], [Shaping],
/// [Products], [Sequences], [Windows]. A *ghost* is a tensor with a shape and no numbers: layers
/// are called with one to find output shapes, and models are drawn with them.
public final class Tensor
        implements Arithmetic, Functions, Reductions, Shaping, Products, Sequences, Windows {
    private final Shape shape;
    private final float @Nullable [] data; // null: a ghost
    final @Nullable Tape owner; // whose recycled array this is, if any
    final @Nullable Node node; // the line of a tape that made it, if one is noting
    private final @Nullable Tensor mask;
    private final @Nullable Origin origin;

    Tensor(Shape shape, float @Nullable [] data, @Nullable Tape owner, @Nullable Node node) {
        this(shape, data, owner, node, null, null);
    }

    private Tensor(
            Shape shape,
            float @Nullable [] data,
            @Nullable Tape owner,
            @Nullable Node node,
            @Nullable Tensor mask,
            @Nullable Origin origin) {
        this.shape = shape;
        this.data = data;
        this.owner = owner;
        this.node = node;
        this.mask = mask;
        this.origin = origin;
    }

    // --- making one

    /// A single number.
    public static Tensor of(float value) {
        return new Tensor(Shape.SCALAR, new float[] {value}, null, null);
    }

    /// A copy of `values`, row by row, in the given shape; without sizes, one axis.
    public static Tensor of(float[] values, int... dims) {
        Shape shape = dims.length == 0 ? Shape.of(values.length) : Shape.of(dims);
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    values.length
                            + " values do not fill shape "
                            + shape
                            + ", which holds "
                            + shape.size()
                            + ".");
        }
        return new Tensor(shape, values.clone(), null, null);
    }

    /// A matrix from its rows.
    public static Tensor of(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "The rows of a matrix must be equally long; row 0 has "
                                + width
                                + " values and row "
                                + i
                                + " has "
                                + rows[i].length
                                + ".");
            }
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return new Tensor(Shape.of(rows.length, width), values, null, null);
    }

    /// A tensor from doubles, as Java writes them; each becomes the nearest float.
    public static Tensor of(double[] values, int... dims) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return wrap(floats, dims.length == 0 ? Shape.of(values.length) : Shape.of(dims));
    }

    /// A matrix from its rows of doubles.
    public static Tensor of(double[][] rows) {
        float[][] floats = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            floats[i] = of(rows[i]).toArray();
        }
        return of(floats);
    }

    /// A matrix of EJML.
    public static Tensor of(FMatrixRMaj matrix) {
        return of(
                Arrays.copyOf(matrix.data, matrix.getNumElements()),
                matrix.numRows,
                matrix.numCols);
    }

    /// A matrix of EJML.
    public static Tensor of(SimpleMatrix matrix) {
        var values = new float[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) matrix.get(i);
        }
        return wrap(values, Shape.of(matrix.getNumRows(), matrix.getNumCols()));
    }

    /// Zeros everywhere.
    public static Tensor zeros(Shape shape) {
        return full(shape, 0);
    }

    /// Ones everywhere.
    public static Tensor ones(Shape shape) {
        return full(shape, 1);
    }

    /// The same value everywhere.
    public static Tensor full(Shape shape, float value) {
        float[] values = TooLarge.floats(shape.size());
        if (value != 0) {
            Arrays.fill(values, value);
        }
        return new Tensor(shape, values, null, null);
    }

    /// The numbers 0, 1, …, n - 1.
    public static Tensor range(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A range has 0 or more numbers; got " + n + ".");
        }
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        return new Tensor(Shape.of(n), values, null, null);
    }

    /// A tensor around an array that the caller gives away: it must not be written to any more.
    public static Tensor wrap(float[] values, Shape shape) {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    values.length
                            + " values do not fill shape "
                            + shape
                            + ", which holds "
                            + shape.size()
                            + ".");
        }
        return new Tensor(shape, values, Tape.recycling(), null);
    }

    /// A tensor with a shape and no numbers.
    public static Tensor ghost(Shape shape) {
        return new Tensor(shape, null, null, null);
    }

    // --- joining several

    /// Tensors one after the other along an axis that they have.
    public static Tensor concat(List<Tensor> parts, int axis) {
        return Shaping.concat(parts, axis);
    }

    /// Tensors of one shape one after the other along a new axis.
    public static Tensor stack(List<Tensor> parts, int axis) {
        return Shaping.stack(parts, axis);
    }

    /// Any sum of products, written with a letter for each axis: `"bij,bjk->bik"` is a batch of
    /// matrix products.
    public static Tensor einsum(String equation, Tensor... operands) {
        return Products.einsum(equation, List.of(operands));
    }

    // --- asking

    /// The sizes along the axes.
    public Shape shape() {
        return shape;
    }

    /// How many axes there are.
    public int rank() {
        return shape.rank();
    }

    /// The size along an axis; negative axes count from the end.
    public int dim(int axis) {
        return shape.dim(axis);
    }

    /// How many numbers there are.
    public int size() {
        return shape.size();
    }

    /// Whether this is a ghost: a shape without numbers.
    public boolean isGhost() {
        return data == null;
    }

    /// The only number of a tensor that has one.
    public float item() {
        if (data().length != 1) {
            throw new IllegalArgumentException(
                    "item() is for tensors of one number; this one has shape "
                            + shape
                            + ". Use get(i, j, …).");
        }
        return data()[0];
    }

    /// The number at an index for each axis; negative indexes count from the end.
    public float get(int... index) {
        if (index.length != rank()) {
            throw new IllegalArgumentException(
                    "A tensor of shape "
                            + shape
                            + " needs "
                            + rank()
                            + " indexes; got "
                            + index.length
                            + ".");
        }
        int at = 0;
        for (int axis = 0; axis < index.length; axis++) {
            int i = index[axis] < 0 ? index[axis] + dim(axis) : index[axis];
            if (i < 0 || i >= dim(axis)) {
                throw new IndexOutOfBoundsException(
                        "Index "
                                + index[axis]
                                + " is outside axis "
                                + axis
                                + " of shape "
                                + shape
                                + ".");
            }
            at = at * dim(axis) + i;
        }
        return data()[at];
    }

    /// A copy of the numbers, row by row.
    public float[] toArray() {
        return data().clone();
    }

    /// This matrix for EJML.
    public FMatrixRMaj toFMatrix() {
        needsMatrix();
        var matrix = new FMatrixRMaj(dim(0), dim(1));
        System.arraycopy(data(), 0, matrix.data, 0, size());
        return matrix;
    }

    /// This matrix for EJML's simple interface.
    public SimpleMatrix toSimpleMatrix() {
        return SimpleMatrix.wrap(toFMatrix());
    }

    private void needsMatrix() {
        if (rank() != 2) {
            throw new IllegalArgumentException(
                    "EJML's matrices have two axes; this tensor has shape "
                            + shape
                            + ". Reshape it first.");
        }
    }

    /// The array itself, for operations; it must not be written to.
    public float[] data() {
        if (data == null) {
            throw new IllegalStateException(
                    "This tensor of shape "
                            + shape
                            + " is symbolic: it has a shape, but no numbers before a model is"
                            + " called with real data.");
        }
        if (owner != null && owner.isClosed()) {
            throw new IllegalStateException(
                    "This tensor belongs to a training step that is over, and its memory is used again. Keep"
                            + " tensor.copy() instead.");
        }
        return data;
    }

    /// The same numbers in memory of their own, off every tape.
    public Tensor copy() {
        return new Tensor(shape, data().clone(), null, null, mask, null);
    }

    /// The same numbers, unwatched: no gradient flows through.
    public Tensor detach() {
        return node == null ? this : new Tensor(shape, data, owner, null, mask, origin);
    }

    // --- what layers attach

    /// Which steps of each sample count (1) and which are padding (0), or null if all count.
    public @Nullable Tensor mask() {
        return mask;
    }

    /// The same tensor with another mask.
    public Tensor withMask(@Nullable Tensor newMask) {
        return newMask == mask ? this : new Tensor(shape, data, owner, node, newMask, origin);
    }

    /// Which layer made this symbolic tensor, or null.
    public @Nullable Origin origin() {
        return origin;
    }

    /// A symbolic tensor of the same shape that a layer made; null: one that nothing knows of.
    public Tensor withOrigin(@Nullable Origin newOrigin) {
        return newOrigin == origin ? this : new Tensor(shape, data, owner, node, mask, newOrigin);
    }

    // --- showing

    /// The numbers in nested brackets, long axes shortened; of a ghost, its shape.
    @Override
    public String toString() {
        return isGhost() ? "Tensor" + shape + " without numbers" : Printing.text(this);
    }

    /// The numbers as a table, with the shape above.
    public String toHtml() {
        return Printing.html(this);
    }
}
