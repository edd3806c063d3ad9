package nacre.tensor;

import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The sizes of a tensor along its axes, outermost first; a size may be unknown (`None`), as a
/// batch is before it comes.
///
/// ```java
/// Shape.of(2, 3)                    // (2, 3)
/// Shape.of(2, 3).size()             // 6
/// Shape.batch(28, 28, 1)            // (None, 28, 28, 1)
/// Shape.of(5)                       // (5,)
/// ```
///
/// @param dims the sizes; [#NONE] where unknown
public record Shape(int... dims) {
    /// Stands for a size that is not known yet; printed `None`.
    public static final int NONE = -1;

    /// The shape of a single number, `()`.
    public static final Shape SCALAR = new Shape();

    public Shape {
        dims = dims.clone();
        for (int dim : dims) {
            if (dim < NONE) {
                throw new IllegalArgumentException(
                        "A size must be 0 or more, or Shape.NONE; got "
                                + Arrays.toString(dims)
                                + ".");
            }
        }
    }

    /// The shape with these sizes.
    public static Shape of(int... dims) {
        return new Shape(dims);
    }

    /// The shape of a batch of unknown size whose samples have these sizes: `(None, dims…)`.
    public static Shape batch(int... dims) {
        return new Shape(dims).insert(0, NONE);
    }

    /// A copy of the sizes.
    @Override
    public int[] dims() {
        return dims.clone();
    }

    /// How many axes there are.
    public int rank() {
        return dims.length;
    }

    /// The size along an axis; negative axes count from the end.
    public int dim(int axis) {
        return dims[axis(axis)];
    }

    /// The size of the last axis.
    public int last() {
        return dim(-1);
    }

    /// Turns an axis that may count from the end (`-1` is the last) into its index.
    public int axis(int axis) {
        if (rank() == 0) {
            throw new IllegalArgumentException(
                    "There is no axis %d in shape (): it is that of a single number, without axes."
                            .formatted(axis));
        }
        if (axis < -rank() || axis >= rank()) {
            throw new IllegalArgumentException(
                    "There is no axis "
                            + axis
                            + " in shape "
                            + this
                            + "; axes go from "
                            + -rank()
                            + " to "
                            + (rank() - 1)
                            + ".");
        }
        return axis < 0 ? axis + rank() : axis;
    }

    /// Whether every size is known.
    public boolean isKnown() {
        for (int dim : dims) {
            if (dim == NONE) {
                return false;
            }
        }
        return true;
    }

    /// How many numbers a tensor of this shape holds.
    public int size() {
        long size = 1;
        for (int dim : dims) {
            if (dim == NONE) {
                throw new IllegalStateException(
                        "The size of " + this + " is not known before real data come.");
            }
            size *= dim;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "A tensor of shape "
                                + this
                                + " has more than "
                                + Integer.MAX_VALUE
                                + " numbers; use a smaller batch or smaller sizes.");
            }
        }
        return (int) size;
    }

    /// The product of the sizes from one axis up to, not including, another.
    int size(int from, int to) {
        int size = 1;
        for (int i = from; i < to; i++) {
            size = Math.multiplyExact(size, dims[i]);
        }
        return size;
    }

    /// This shape with another size along one axis.
    public Shape with(int axis, int size) {
        int[] result = dims.clone();
        result[axis(axis)] = size;
        return new Shape(result);
    }

    /// This shape with one more axis, which then has index `axis` (`-1`: last).
    public Shape insert(int axis, int size) {
        int at = axis < 0 ? axis + rank() + 1 : axis;
        if (at < 0 || at > rank()) {
            throw new IllegalArgumentException(
                    "Shape "
                            + this
                            + " has no place "
                            + axis
                            + " for one more axis; places go from 0 to "
                            + rank()
                            + ".");
        }
        int[] result = new int[rank() + 1];
        System.arraycopy(dims, 0, result, 0, at);
        result[at] = size;
        System.arraycopy(dims, at, result, at + 1, rank() - at);
        return new Shape(result);
    }

    /// This shape without one axis.
    public Shape drop(int axis) {
        int at = axis(axis);
        int[] result = new int[rank() - 1];
        System.arraycopy(dims, 0, result, 0, at);
        System.arraycopy(dims, at + 1, result, at, rank() - at - 1);
        return new Shape(result);
    }

    /// The axes from `from` up to, not including, `to`.
    public Shape slice(int from, int to) {
        return new Shape(Arrays.copyOfRange(dims, from, to));
    }

    /// The axes of this shape, then those of another.
    public Shape concat(Shape other) {
        int[] result = Arrays.copyOf(dims, rank() + other.rank());
        System.arraycopy(other.dims, 0, result, rank(), other.rank());
        return new Shape(result);
    }

    /// The shape that two tensors take together when sizes of 1 stretch: `(2, 1)` and `(3,)` give
    /// `(2, 3)`.
    public Shape broadcast(Shape other) {
        if (equals(other)) {
            return this;
        }
        int rank = Math.max(rank(), other.rank());
        int[] result = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int a = i <= rank() ? dims[rank() - i] : 1;
            int b = i <= other.rank() ? other.dims[other.rank() - i] : 1;
            result[rank - i] = stretch(a, b, other);
        }
        return new Shape(result);
    }

    private int stretch(int a, int b, Shape other) {
        if (a == b || b == 1) {
            return a;
        }
        if (a == 1) {
            return b;
        }
        if (a == NONE || b == NONE) {
            return Math.max(a, b);
        }
        throw new IllegalArgumentException(
                "Shapes "
                        + this
                        + " and "
                        + other
                        + " do not fit together: sizes must be equal, or 1, counted from the"
                        + " last axis; "
                        + a
                        + " meets "
                        + b
                        + ".");
    }

    /// Whether data of shape `other` can stand where this shape is expected: equal, or unknown on
    /// either side.
    public boolean accepts(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < rank(); i++) {
            if (dims[i] != other.dims[i] && dims[i] != NONE && other.dims[i] != NONE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /// As Python prints it: `(None, 28, 28, 1)`, `(5,)`, `()`.
    @Override
    public String toString() {
        var text = new StringJoiner(", ", "(", rank() == 1 ? ",)" : ")");
        for (int dim : dims) {
            text.add(dim == NONE ? "None" : Integer.toString(dim));
        }
        return text.toString();
    }
}
