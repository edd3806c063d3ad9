package nacre.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Moving numbers without changing them.
sealed interface Shaping permits Tensor {

    /// The same numbers, row by row, in another shape; one size may be -1: whatever is left.
    default Tensor reshape(int... dims) {
        return reshape(Shape.of(dims));
    }

    /// The same numbers, row by row, in another shape; one size may be unknown: whatever is left.
    default Tensor reshape(Shape to) {
        return Op.apply(new ShapingOps.Reshape(to), (Tensor) this);
    }

    /// The axes in another order: result axis `i` is this tensor's axis `axes[i]`.
    default Tensor permute(int... axes) {
        Tensor x = (Tensor) this;
        int[] order = IntStream.of(axes).map(x.shape()::axis).toArray();
        boolean same = true;
        for (int i = 0; i < order.length; i++) {
            same &= order[i] == i;
        }
        return same && order.length == x.rank() ? x : Op.apply(new ShapingOps.Permute(order), x);
    }

    /// The last two axes exchanged.
    default Tensor transpose() {
        return moveAxis(-1, -2);
    }

    /// One axis moved to another place, the others in order.
    default Tensor moveAxis(int from, int to) {
        Tensor x = (Tensor) this;
        int source = x.shape().axis(from);
        List<Integer> order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        order.remove(source);
        order.add(x.shape().axis(to), source);
        return permute(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /// One more axis of size 1 at index `axis`.
    default Tensor expandDims(int axis) {
        return reshape(((Tensor) this).shape().insert(axis, 1));
    }

    /// Without an axis of size 1.
    default Tensor squeeze(int axis) {
        Shape shape = ((Tensor) this).shape();
        if (shape.dim(axis) != 1) {
            throw new IllegalArgumentException(
                    "Only an axis of size 1 can be squeezed away; axis "
                            + axis
                            + " of "
                            + shape
                            + " has size "
                            + shape.dim(axis)
                            + ".");
        }
        return reshape(shape.drop(axis));
    }

    /// The part from index `from` up to, not including, `to` along one axis.
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /// Every `step`-th index from `from` up to, not including, `to` along one axis.
    default Tensor slice(int axis, int from, int to, int step) {
        Tensor x = (Tensor) this;
        int at = x.shape().axis(axis);
        if (step == 1 && from == 0 && to == x.dim(at)) {
            return x;
        }
        return Op.apply(new ShapingOps.Slice(at, from, to, step), x);
    }

    /// One index along an axis, which goes away.
    default Tensor at(int axis, int index) {
        Tensor x = (Tensor) this;
        int i = index < 0 && x.dim(axis) != Shape.NONE ? index + x.dim(axis) : index;
        return x.slice(axis, i, i + 1).squeeze(axis);
    }

    /// Equal parts along an axis.
    default List<Tensor> split(int parts, int axis) {
        Tensor x = (Tensor) this;
        if (parts < 1) {
            throw new IllegalArgumentException(
                    "A tensor can only be split into 1 part or more; of axis "
                            + axis
                            + " of "
                            + x.shape()
                            + " "
                            + parts
                            + " were wanted.");
        }
        int size = x.dim(axis) / parts;
        if (size * parts != x.dim(axis)) {
            throw new IllegalArgumentException(
                    "Axis "
                            + axis
                            + " of "
                            + x.shape()
                            + " has size "
                            + x.dim(axis)
                            + ", which "
                            + parts
                            + " equal parts do not divide.");
        }
        return IntStream.range(0, parts)
                .mapToObj(i -> x.slice(axis, i * size, (i + 1) * size))
                .toList();
    }

    /// The indexes along an axis in reverse order.
    default Tensor reverse(int axis) {
        Tensor x = (Tensor) this;
        return Op.apply(new ShapingOps.Reverse(x.shape().axis(axis)), x);
    }

    /// Each index along an axis `times` times, neighbours together: `a b` gives `a a b b`.
    default Tensor repeat(int times, int axis) {
        Tensor x = (Tensor) this;
        int at = x.shape().axis(axis);
        Shape stretched = x.shape().insert(at + 1, times);
        int size = x.dim(at) == Shape.NONE ? Shape.NONE : x.dim(at) * times;
        return x.expandDims(at + 1).broadcastTo(stretched).reshape(x.shape().with(at, size));
    }

    /// Another size along an axis, the values between found by interpolation.
    default Tensor resample(int axis, int size, Resampling method, boolean antialias) {
        Tensor x = (Tensor) this;
        if (size == x.dim(axis)) {
            return x;
        }
        if (x.dim(axis) == Shape.NONE) {
            return Tensor.ghost(x.shape().with(axis, size));
        }
        Tensor matrix = method.matrix(x.dim(axis), size, antialias);
        return x.moveAxis(axis, -1).product(matrix, false, true).moveAxis(-1, axis);
    }

    /// Stretched to a larger shape: axes of size 1 repeat, missing axes are added in front.
    default Tensor broadcastTo(Shape to) {
        Tensor x = (Tensor) this;
        return x.shape().equals(to) ? x : Op.apply(new ShapingOps.Broadcast(to), x);
    }

    /// Space filled with a value before and after each axis.
    default Tensor pad(int[] before, int[] after, float value) {
        Tensor x = (Tensor) this;
        boolean none =
                IntStream.of(before).allMatch(n -> n == 0)
                        && IntStream.of(after).allMatch(n -> n == 0);
        return none ? x : Op.apply(new ShapingOps.Pad(before, after, value), x);
    }

    /// The rows of this table at whole-number indexes: `(n, d)` at `(…)` gives `(…, d)`.
    default Tensor rows(Tensor indexes) {
        return Op.apply(new ShapingOps.Rows(), (Tensor) this, indexes);
    }

    /// One number of each row, by its place along the last axis: `(…, n)` at `(…)` gives `(…)`.
    default Tensor pick(Tensor indexes) {
        return Op.apply(new PickOp(), (Tensor) this, indexes);
    }

    /// The indexes along one axis that are listed, in that order.
    default Tensor take(Tensor indexes, int axis) {
        Tensor x = (Tensor) this;
        int at = x.shape().axis(axis);
        Tensor front = x.moveAxis(at, 0);
        Shape rest = front.shape().drop(0);
        Tensor taken =
                front.reshape(front.dim(0), rest.isKnown() ? rest.size() : Shape.NONE)
                        .rows(indexes);
        return taken.reshape(indexes.shape().concat(rest)).moveAxis(0, at);
    }

    /// The numbers along the last axis from the smallest to the largest.
    default Tensor sort() {
        return Op.apply(new SortOp(), (Tensor) this);
    }

    /// Rows of zeros with a one at each whole number: `(…)` gives `(…, depth)`.
    default Tensor oneHot(int depth) {
        return ((Tensor) this).expandDims(-1).equal(Tensor.range(depth));
    }

    /// Tensors one after the other along an axis that they have.
    static Tensor concat(List<Tensor> parts, int axis) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nothing to join: the list of tensors is empty.");
        }
        Tensor first = parts.get(0);
        return parts.size() == 1
                ? first
                : Op.apply(new ConcatOp(first.shape().axis(axis)), parts.toArray(Tensor[]::new));
    }

    /// Tensors of one shape one after the other along a new axis.
    static Tensor stack(List<Tensor> parts, int axis) {
        return concat(parts.stream().map(part -> part.expandDims(axis)).toList(), axis);
    }
}
