package nacre.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;
import nacre.compute.Gather;
import nacre.compute.Layout;

/// The operations that move numbers.
final class ShapingOps {
    private ShapingOps() {}

    /// The same array under another shape.
    record Reshape(Shape to) implements Op {
        @Override
        public Shape shape(Shape... in) {
            Shape from = in[0];
            int unknown = -1;
            long known = 1;
            for (int i = 0; i < to.rank(); i++) {
                if (to.dim(i) != Shape.NONE) {
                    known *= to.dim(i);
                } else if (unknown >= 0 && from.isKnown()) {
                    throw new IllegalArgumentException(
                            "Only one size of a new shape may be left open, as -1; got "
                                    + to.toString().replace("None", "-1")
                                    + ".");
                } else {
                    unknown = i;
                }
            }
            if (!from.isKnown()) {
                return fromUnknown(from, unknown, known);
            }
            if (unknown < 0 ? known != from.size() : known == 0 || from.size() % known != 0) {
                throw new IllegalArgumentException(
                        "A tensor of shape "
                                + from
                                + " holds "
                                + from.size()
                                + " numbers, which do not fill shape "
                                + to.toString().replace("None", "-1")
                                + ".");
            }
            return unknown < 0 ? to : to.with(unknown, (int) (from.size() / known));
        }

        /// With an unknown batch: the one open size of the result is known if both sides lack only
        /// one.
        private Shape fromUnknown(Shape from, int unknown, long known) {
            long size = 1;
            int open = 0;
            for (int dim : from.dims()) {
                size *= dim == Shape.NONE ? 1 : dim;
                open += dim == Shape.NONE ? 1 : 0;
            }
            boolean batchKept =
                    open == 1
                            && from.dim(0) == Shape.NONE
                            && to.rank() > 0
                            && to.dim(0) == Shape.NONE;
            long opens = Arrays.stream(to.dims()).filter(dim -> dim == Shape.NONE).count();
            if (batchKept && opens == 2 && known > 0 && size % known == 0) {
                return to.with(unknown, (int) (size / known));
            }
            boolean possible =
                    size == known
                            || (size > 0 && known > 0 && (size % known == 0 || known % size == 0));
            // axes may be joined to the batch, or split off from it
            if (batchKept && opens == 1 && !possible) {
                throw new IllegalArgumentException(
                        "A sample of shape "
                                + from.drop(0)
                                + " holds "
                                + size
                                + " numbers, which do not fill shape "
                                + to.drop(0)
                                + ".");
            }
            return to;
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            return x[0].data();
        }

        @Override
        public void backward(Back b) {
            b.send(0, () -> b.g().reshape(b.x(0).shape()));
        }
    }

    /// Axes in another order.
    record Permute(int[] axes) implements Op {
        @Override
        public Shape shape(Shape... in) {
            if (axes.length != in[0].rank()
                    || IntStream.of(axes).distinct().count() != axes.length) {
                throw new IllegalArgumentException(
                        "A new order must name each axis of "
                                + in[0]
                                + " once; got "
                                + Arrays.toString(axes)
                                + ".");
            }
            return Shape.of(IntStream.of(axes).map(in[0]::dim).toArray());
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Layout.permute(x[0].data(), x[0].shape().dims(), axes, result);
            return result;
        }

        @Override
        public void backward(Back b) {
            int[] inverse = new int[axes.length];
            for (int i = 0; i < axes.length; i++) {
                inverse[axes[i]] = i;
            }
            b.send(0, () -> b.g().permute(inverse));
        }
    }

    /// A part along one axis.
    record Slice(int axis, int from, int to, int step) implements Op {
        @Override
        public Shape shape(Shape... in) {
            int size = in[0].dim(axis);
            if (from < 0 || to < from || step < 1 || (size != Shape.NONE && to > size)) {
                throw new IllegalArgumentException(
                        "Axis "
                                + axis
                                + " of "
                                + in[0]
                                + " has no part from "
                                + from
                                + " to "
                                + to
                                + ".");
            }
            return in[0].with(axis, (to - from + step - 1) / step);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            int[] strides = Strides.of(x[0].shape());
            int start = from * strides[axis];
            strides[axis] *= step;
            float[] result = Tape.array(out.size());
            Layout.copyStrided(x[0].data(), start, strides, result, 0, Strides.of(out), out.dims());
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape whole = b.x(0).shape();
                        float[] dx = Tape.array(whole.size());
                        Arrays.fill(dx, 0);
                        int[] strides = Strides.of(whole);
                        int start = from * strides[axis];
                        strides[axis] *= step;
                        Shape part = b.g().shape();
                        Layout.copyStrided(
                                b.g().data(), 0, Strides.of(part), dx, start, strides, part.dims());
                        return Tensor.wrap(dx, whole);
                    });
        }
    }

    /// One axis back to front.
    record Reverse(int axis) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0];
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            int[] strides = Strides.of(out);
            float[] result = Tape.array(out.size());
            if (result.length == 0) {
                return result;
            }
            int last = (out.dim(axis) - 1) * strides[axis];
            int[] backwards = strides.clone();
            backwards[axis] = -backwards[axis];
            Layout.copyStrided(x[0].data(), last, backwards, result, 0, strides, out.dims());
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(0, () -> b.g().reverse(axis));
        }
    }

    /// Stretching to a larger shape; going back, [Back#send] sums over what was stretched.
    record Broadcast(Shape to) implements Op {
        @Override
        public Shape shape(Shape... in) {
            if (!in[0].isKnown() || !to.isKnown()) {
                return in[0].broadcast(to);
            }
            if (!in[0].broadcast(to).equals(to)) {
                throw new IllegalArgumentException(
                        "A tensor of shape " + in[0] + " does not stretch to " + to + ".");
            }
            return to;
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Layout.copyStrided(
                    x[0].data(),
                    0,
                    Strides.stretched(x[0].shape(), out),
                    result,
                    0,
                    Strides.of(out),
                    out.dims());
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(0, b::g);
        }
    }

    /// Space around.
    record Pad(int[] before, int[] after, float value) implements Op {
        @Override
        public Shape shape(Shape... in) {
            Shape result = in[0];
            for (int axis = 0; axis < before.length; axis++) {
                int size = in[0].dim(axis);
                result =
                        size == Shape.NONE
                                ? result
                                : result.with(axis, size + before[axis] + after[axis]);
            }
            return result;
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Arrays.fill(result, value);
            int[] strides = Strides.of(out);
            Layout.copyStrided(
                    x[0].data(),
                    0,
                    Strides.of(x[0].shape()),
                    result,
                    start(strides),
                    strides,
                    x[0].shape().dims());
            return result;
        }

        private int start(int... strides) {
            int start = 0;
            for (int axis = 0; axis < strides.length; axis++) {
                start += before[axis] * strides[axis];
            }
            return start;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape inner = b.x(0).shape();
                        float[] dx = Tape.array(inner.size());
                        int[] strides = Strides.of(b.g().shape());
                        Layout.copyStrided(
                                b.g().data(),
                                start(strides),
                                strides,
                                dx,
                                0,
                                Strides.of(inner),
                                inner.dims());
                        return Tensor.wrap(dx, inner);
                    });
        }
    }

    /// Rows of a table by their numbers.
    record Rows() implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[1].concat(in[0].drop(0));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            check(x[0], x[1]);
            float[] result = Tape.array(out.size());
            Gather.rows(
                    x[0].data(),
                    x[0].shape().size(1, x[0].rank()),
                    x[1].data(),
                    x[1].size(),
                    result);
            return result;
        }

        private static void check(Tensor table, Tensor indexes) {
            for (float index : indexes.data()) {
                if (!(index >= 0 && index < table.dim(0))) {
                    boolean whole = index == Math.rint(index);
                    throw new IllegalArgumentException(
                            "Index "
                                    + (whole ? Integer.toString((int) index) : index)
                                    + " is outside the table of "
                                    + table.dim(0)
                                    + (index < 0
                                            ? " rows, which are counted from 0."
                                            : " rows. An Embedding needs an `inputDim` above its largest number."));
                }
            }
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape table = b.x(0).shape();
                        float[] dx = Tape.array(table.size());
                        Arrays.fill(dx, 0);
                        Gather.addRows(
                                b.g().data(),
                                table.size(1, table.rank()),
                                b.x(1).data(),
                                b.x(1).size(),
                                dx);
                        return Tensor.wrap(dx, table);
                    });
        }
    }
}
