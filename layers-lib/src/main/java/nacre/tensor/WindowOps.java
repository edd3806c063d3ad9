package nacre.tensor;

import nacre.compute.Convolution;
import nacre.compute.Depthwise;
import nacre.compute.Window;

/// The convolutions.
final class WindowOps {
    private WindowOps() {}

    private static int[] kernelSize(Shape kernel) {
        return kernel.slice(0, kernel.rank() - 2).dims();
    }

    private static Shape result(Shape in, int[] out, int filters) {
        return Shape.of(out).insert(0, in.dim(0)).insert(-1, filters);
    }

    private static void checkRank(String what, Shape in, Shape kernel) {
        if (kernel.dim(-2) == 0) {
            throw new IllegalArgumentException(
                    what + " needs at least one channel; the input " + in + " has none.");
        }
        if (in.rank() != kernel.rank()) {
            throw new IllegalArgumentException(
                    what
                            + " with a kernel of shape "
                            + kernel
                            + " needs inputs of "
                            + kernel.rank()
                            + " axes (batch, sizes…, channels); got "
                            + in
                            + ".");
        }
    }

    /// A convolution.
    record Conv(Sliding sliding) implements Op {
        @Override
        public Shape shape(Shape... in) {
            checkRank("A convolution", in[0], in[1]);
            int channels = in[1].dim(-2) * sliding.groups();
            if (in[0].last() != Shape.NONE && in[0].last() != channels) {
                throw new IllegalArgumentException(
                        "A kernel of shape "
                                + in[1]
                                + " in "
                                + sliding.groups()
                                + " group(s) is for "
                                + channels
                                + " channels; the input "
                                + in[0]
                                + " has "
                                + in[0].last()
                                + ".");
            }
            return result(in[0], sliding.out(in[0], kernelSize(in[1])), in[1].last());
        }

        Window window(Shape in, Shape kernel) {
            return sliding.window(in, kernel.last(), kernelSize(kernel));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Convolution.forward(
                    window(x[0].shape(), x[1].shape()), x[0].data(), x[1].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            send(b, b.g());
        }

        /// Sends to the input and the kernel what `g` at the result means for them.
        void send(Back b, Tensor g) {
            Shape in = b.x(0).shape();
            Shape kernel = b.x(1).shape();
            Window window = window(in, kernel);
            b.send(
                    0,
                    () -> {
                        float[] dx = Tape.array(in.size());
                        Convolution.inputGradient(window, g.data(), b.x(1).data(), dx);
                        return Tensor.wrap(dx, in);
                    });
            b.send(
                    1,
                    () -> {
                        float[] dk = Tape.array(kernel.size());
                        Convolution.kernelGradient(window, b.x(0).data(), g.data(), dk);
                        return Tensor.wrap(dk, kernel);
                    });
        }
    }

    /// A convolution of each channel by itself.
    record DepthwiseConv(Sliding sliding) implements Op {
        @Override
        public Shape shape(Shape... in) {
            checkRank("A depthwise convolution", in[0], in[1]);
            return result(
                    in[0], sliding.out(in[0], kernelSize(in[1])), in[1].dim(-2) * in[1].last());
        }

        /// With several kernels for each channel, the input is repeated.
        @Override
        public double largest(Shape... in) {
            return (double) in[0].size() * in[1].last();
        }

        private Window window(Shape in, Shape kernel) {
            return sliding.window(in, kernel.dim(-2) * kernel.last(), kernelSize(kernel));
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Depthwise.forward(window(x[0].shape(), x[1].shape()), x[0].data(), x[1].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            Shape in = b.x(0).shape();
            Shape kernel = b.x(1).shape();
            Window window = window(in, kernel);
            b.send(
                    0,
                    () -> {
                        float[] dx = Tape.array(in.size());
                        Depthwise.inputGradient(window, b.g().data(), b.x(1).data(), dx);
                        return Tensor.wrap(dx, in);
                    });
            b.send(
                    1,
                    () -> {
                        float[] dk = Tape.array(kernel.size());
                        Depthwise.kernelGradient(window, b.x(0).data(), b.g().data(), dk);
                        return Tensor.wrap(dk, kernel);
                    });
        }
    }

    /// A convolution backwards: from its result's shape to its input's, so its gradient is the
    /// convolution.
    record ConvTranspose(Sliding sliding, int[] out) implements Op {
        @Override
        public Shape shape(Shape... in) {
            checkRank("A transposed convolution", in[0], in[1]);
            return result(in[0], out, in[1].dim(-2));
        }

        private Window window(Shape large, Shape kernel) {
            return sliding.window(large, kernel.last(), kernelSize(kernel));
        }

        @Override
        public float[] forward(Shape shape, Tensor... x) {
            float[] result = Tape.array(shape.size());
            Convolution.inputGradient(
                    window(shape, x[1].shape()), x[0].data(), x[1].data(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            Window window = window(b.g().shape(), b.x(1).shape());
            b.send(0, () -> b.g().conv(b.x(1), sliding));
            b.send(
                    1,
                    () -> {
                        float[] dk = Tape.array(b.x(1).size());
                        Convolution.kernelGradient(window, b.g().data(), b.x(0).data(), dk);
                        return Tensor.wrap(dk, b.x(1).shape());
                    });
        }
    }
}
