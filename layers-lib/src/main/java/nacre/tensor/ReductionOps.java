package nacre.tensor;

import java.util.Map;
import java.util.stream.IntStream;
import nacre.compute.Reduction;

/// The operations that make one number of many.
final class ReductionOps {
    private ReductionOps() {}

    /// A reduction along one axis, kept with size 1.
    record Reduce(Reduction f, int axis) implements Op {

        /// Reduces one axis after the other: each in one pass over what the one before has left.
        static Tensor apply(Reduction f, Tensor x, boolean keep, int... axes) {
            int[] sorted =
                    axes.length == 0
                            ? IntStream.range(0, x.rank()).toArray()
                            : IntStream.of(axes).map(x.shape()::axis).sorted().distinct().toArray();
            Tensor result = x;
            for (int i = 0; i < sorted.length; ) {
                int run = 1; // neighbouring axes are one longer axis in memory
                while (i + run < sorted.length && sorted[i + run] == sorted[i] + run) {
                    run++;
                }
                result = reduceRun(f, result, sorted[i], run);
                i += run;
            }
            return keep ? result : result.reshape(dropped(x.shape(), sorted));
        }

        private static Tensor reduceRun(Reduction f, Tensor x, int axis, int run) {
            if (run == 1) {
                return Op.apply(new Reduce(f, axis), x);
            }
            if (x.isGhost()) { // no memory to be clever about, and sizes may be unknown
                return reduceRun(f, Op.apply(new Reduce(f, axis + run - 1), x), axis, run - 1);
            }
            Shape shape = x.shape();
            Shape ones = shape;
            int size = 1;
            for (int i = axis; i < axis + run; i++) {
                size *= shape.dim(i);
                ones = ones.with(i, 1);
            }
            Shape merged =
                    shape.slice(0, axis)
                            .insert(-1, size)
                            .concat(shape.slice(axis + run, shape.rank()));
            return Op.apply(new Reduce(f, axis), x.reshape(merged)).reshape(ones);
        }

        private static Shape dropped(Shape shape, int... sorted) {
            Shape result = shape;
            for (int i = sorted.length - 1; i >= 0; i--) {
                result = result.drop(sorted[i]);
            }
            return result;
        }

        @Override
        public Shape shape(Shape... in) {
            return in[0].with(axis, 1);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            Shape shape = x[0].shape();
            float[] result = Tape.array(out.size());
            nacre.compute.Reduce.apply(
                    f,
                    x[0].data(),
                    shape.size(0, axis),
                    shape.dim(axis),
                    shape.size(axis + 1, shape.rank()),
                    result);
            return result;
        }

        @Override
        public void backward(Back b) {
            Shape shape = b.x(0).shape();
            b.send(
                    0,
                    () ->
                            switch (f) {
                                case SUM -> b.g().broadcastTo(shape);
                                case PROD -> b.g().mul(productOfOthers(b.x(0), axis));
                                case MAX, MIN -> {
                                    Tensor chosen = b.x(0).equal(b.y());
                                    yield chosen.mul(b.g().div(chosen.sumKeep(axis)));
                                }
                            });
        }
    }

    /// For each number the product of all others along the axis, also where some are 0: then it is
    /// 0, but for the place of a single 0.
    private static Tensor productOfOthers(Tensor x, int axis) {
        Tensor zero = x.equal(0);
        Tensor rest = x.add(zero);
        Tensor product = Reduce.apply(Reduction.PROD, rest, true, axis);
        return product.div(rest).mul(zero.sumKeep(axis).equal(zero));
    }

    /// The sum divided by how many numbers there are for each of its places.
    static Tensor mean(Tensor x, boolean keep, int... axes) {
        if (Symbolic.any(x)) {
            int[] all = axes.length == 0 ? IntStream.range(0, x.rank()).toArray() : axes;
            var options =
                    Map.<String, Object>of(
                            "axis", IntStream.of(all).boxed().toList(), "keepdims", keep);
            return Symbolic.note(
                    OpName.numpy("Mean", options), in -> mean(in.get(0), keep, axes), x);
        }
        Tensor sum = Reduce.apply(Reduction.SUM, x, keep, axes);
        return x.isGhost() ? sum : sum.mul((float) ((double) sum.size() / x.size()));
    }

    /// The index of the largest or smallest.
    record Arg(boolean largest, int axis) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0].drop(axis);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            Shape shape = x[0].shape();
            float[] result = Tape.array(out.size());
            int outer = shape.size(0, axis);
            int inner = shape.size(axis + 1, shape.rank());
            if (largest) {
                nacre.compute.Reduce.argMax(x[0].data(), outer, shape.dim(axis), inner, result);
            } else {
                nacre.compute.Reduce.argMin(x[0].data(), outer, shape.dim(axis), inner, result);
            }
            return result;
        }

        @Override
        public void backward(Back b) {
            // an index does not change with small changes of the numbers
        }
    }

    /// The running sum.
    record CumulativeSum(int axis) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0];
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            nacre.compute.Reduce.cumsum(
                    x[0].data(),
                    out.size(0, axis),
                    out.dim(axis),
                    out.size(axis + 1, out.rank()),
                    result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(0, () -> b.g().reverse(axis).cumsum(axis).reverse(axis));
        }
    }
}
