package nacre.tensor;

import nacre.compute.Pooling;
import nacre.compute.Window;

/// The poolings.
final class PoolOps {
    private PoolOps() {}

    private static Shape result(Shape in, int... out) {
        if (in.rank() != out.length + 2) {
            throw new IllegalArgumentException(
                    "Pooling over "
                            + out.length
                            + " axes needs inputs (batch, sizes…, channels) of "
                            + (out.length + 2)
                            + " axes; got "
                            + in
                            + ".");
        }
        return Shape.of(out).insert(0, in.dim(0)).insert(-1, in.last());
    }

    /// The largest of each window.
    record MaxPool(int[] size, Sliding sliding) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return result(in[0], sliding.out(in[0], size));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Pooling.max(window(x[0].shape()), x[0].data(), result);
            return result;
        }

        private Window window(Shape in) {
            return sliding.window(in, in.last(), size);
        }

        @Override
        public void backward(Back b) {
            b.send(0, () -> gradient(b.x(0), b.y(), b.g()));
        }

        /// The gradient by `x` from that by the result `y`.
        Tensor gradient(Tensor x, Tensor y, Tensor g) {
            float[] dx = Tape.array(x.size());
            Pooling.maxGradient(window(x.shape()), x.data(), y.data(), g.data(), dx);
            return Tensor.wrap(dx, x.shape());
        }
    }

    /// The mean of each window.
    record AveragePool(int[] size, Sliding sliding) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return result(in[0], sliding.out(in[0], size));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Pooling.average(sliding.window(x[0].shape(), out.last(), size), x[0].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape in = b.x(0).shape();
                        float[] dx = Tape.array(in.size());
                        Pooling.averageGradient(
                                sliding.window(in, in.last(), size), b.g().data(), dx);
                        return Tensor.wrap(dx, in);
                    });
        }
    }

    private static int[] sizes(Shape shape) {
        return shape.slice(1, shape.rank() - 1).dims();
    }

    /// The largest of each of a given number of windows.
    record AdaptiveMaxPool(int[] out) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return result(in[0], out);
        }

        @Override
        public float[] forward(Shape shape, Tensor... x) {
            Shape in = x[0].shape();
            float[] result = Tape.array(shape.size());
            Pooling.adaptiveMax(in.dim(0), sizes(in), in.last(), out, x[0].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Tensor x = b.x(0);
                        Shape in = x.shape();
                        float[] dx = Tape.array(in.size());
                        Pooling.adaptiveMaxGradient(
                                in.dim(0),
                                sizes(in),
                                in.last(),
                                out,
                                x.data(),
                                b.y().data(),
                                b.g().data(),
                                dx);
                        return Tensor.wrap(dx, in);
                    });
        }
    }

    /// The mean of each of a given number of windows.
    record AdaptiveAveragePool(int[] out) implements Op {
        @Override
        public Shape shape(Shape... in) {
            return result(in[0], out);
        }

        @Override
        public float[] forward(Shape shape, Tensor... x) {
            Shape in = x[0].shape();
            float[] result = Tape.array(shape.size());
            Pooling.adaptiveAverage(in.dim(0), sizes(in), in.last(), out, x[0].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape in = b.x(0).shape();
                        float[] dx = Tape.array(in.size());
                        Pooling.adaptiveAverageGradient(
                                in.dim(0), sizes(in), in.last(), out, b.g().data(), dx);
                        return Tensor.wrap(dx, in);
                    });
        }
    }
}
