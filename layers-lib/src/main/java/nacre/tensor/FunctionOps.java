package nacre.tensor;

import nacre.compute.Elementwise;
import nacre.compute.Slope;
import nacre.compute.Unary;

/// The operations of one tensor that keep its shape.
final class FunctionOps {
    private static final float TWO_OVER_ROOT_PI = (float) (2 / Math.sqrt(Math.PI));

    private FunctionOps() {}

    /// One of the functions of one number.
    record UnaryOp(Unary f) implements Op {
        static Tensor apply(Unary f, Tensor x) {
            return Op.apply(new UnaryOp(f), x);
        }

        @Override
        public Shape shape(Shape... in) {
            return in[0];
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            Elementwise.unary(f, x[0].data(), 0, result, 0, result.length);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(0, () -> gradient(b.g(), b.x(0), b.y()));
        }

        /// g · f'(x), with the help of y = f(x) where that is simpler.
        private Tensor gradient(Tensor g, Tensor x, Tensor y) {
            return switch (f) {
                case NEG -> g.neg();
                case ABS -> g.mul(x.sign());
                case EXP -> g.mul(y);
                case EXPM1 -> g.mul(y.add(1));
                case LOG -> g.div(x);
                case LOG1P -> g.div(x.add(1));
                case SQRT -> g.div(y.mul(2));
                case RSQRT -> g.mul(y.div(x)).mul(-0.5f);
                case SQUARE -> g.mul(x).mul(2);
                case RECIPROCAL -> g.mul(y.square()).neg();
                case SIN -> g.mul(x.cos());
                case COS -> g.mul(x.sin()).neg();
                case TAN -> g.mul(y.square().add(1));
                case ASIN -> g.mul(x.square().neg().add(1).rsqrt());
                case ACOS -> g.mul(x.square().neg().add(1).rsqrt()).neg();
                case ATAN -> g.div(x.square().add(1));
                case SINH -> g.mul(x.cosh());
                case COSH -> g.mul(x.sinh());
                case ASINH -> g.mul(x.square().add(1).rsqrt());
                case ACOSH -> g.mul(x.square().sub(1).rsqrt());
                case ATANH -> g.div(x.square().neg().add(1));
                case TANH, SIGMOID, RELU -> slope(f, y, g);
                case SOFTPLUS -> g.mul(x.sigmoid());
                case ERF -> g.mul(x.square().neg().exp()).mul(TWO_OVER_ROOT_PI);
                case SIGN, FLOOR, CEIL, ROUND, NOT, NOT_ZERO, IS_NAN, IS_FINITE ->
                        Tensor.zeros(x.shape());
            };
        }
    }

    /// g · f'(x) in one pass, for a function whose slope can be told from its result.
    static Tensor slope(Unary f, Tensor y, Tensor g) {
        float[] dx = Tape.array(y.size());
        Slope.apply(f, y.data(), g.data(), dx, dx.length);
        return Tensor.wrap(dx, y.shape());
    }

    /// Softmax along the last axis.
    record Softmax() implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0];
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            nacre.compute.Softmax.forward(x[0].data(), rows(out), out.last(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape shape = b.y().shape();
                        float[] dx = Tape.array(shape.size());
                        nacre.compute.Softmax.gradient(
                                b.y().data(), b.g().data(), rows(shape), shape.last(), dx);
                        return Tensor.wrap(dx, shape);
                    });
        }
    }

    /// The logarithm of softmax along the last axis.
    record LogSoftmax() implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0];
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] result = Tape.array(out.size());
            nacre.compute.Softmax.logForward(x[0].data(), rows(out), out.last(), result);
            return result;
        }

        @Override
        public void backward(Back b) {
            b.send(
                    0,
                    () -> {
                        Shape shape = b.y().shape();
                        float[] dx = Tape.array(shape.size());
                        nacre.compute.Softmax.logGradient(
                                b.y().data(), b.g().data(), rows(shape), shape.last(), dx);
                        return Tensor.wrap(dx, shape);
                    });
        }
    }

    private static int rows(Shape shape) {
        return shape.last() == 0 ? 0 : shape.size() / shape.last();
    }

    /// Applies an operation on the last axis to any axis, by moving it there and back.
    static Tensor alongLast(Tensor x, int axis, Op op) {
        int at = x.shape().axis(axis);
        if (at == x.rank() - 1) {
            return Op.apply(op, x);
        }
        return Op.apply(op, x.moveAxis(at, -1)).moveAxis(-1, at);
    }
}
