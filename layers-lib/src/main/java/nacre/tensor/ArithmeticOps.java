package nacre.tensor;

import nacre.compute.Binary;
import nacre.compute.Elementwise;

/// The operations of two tensors, number by number.
final class ArithmeticOps {
    private ArithmeticOps() {}

    /// One of the functions of two numbers, with stretching.
    record BinaryOp(Binary f) implements Op {
        static Tensor apply(Binary f, Tensor a, Tensor b) {
            return Op.apply(new BinaryOp(f), a, b);
        }

        @Override
        public Shape shape(Shape... in) {
            return in[0].broadcast(in[1]);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] a = x[0].data();
            float[] b = x[1].data();
            float[] result = Tape.array(out.size());
            if (a.length == result.length && b.length == result.length) {
                Elementwise.binary(f, a, 0, b, 0, result, 0, result.length);
            } else if (b.length == 1 && a.length == result.length) {
                Elementwise.scalar(f, a, 0, b[0], result, 0, result.length);
            } else if (a.length == 1 && b.length == result.length) {
                Elementwise.scalarLeft(f, a[0], b, 0, result, 0, result.length);
            } else {
                Elementwise.broadcast(
                        f,
                        a,
                        Strides.stretched(x[0].shape(), out),
                        b,
                        Strides.stretched(x[1].shape(), out),
                        result,
                        out.dims());
            }
            return result;
        }

        @Override
        public void backward(Back back) {
            Tensor g = back.g();
            switch (f) {
                case ADD -> {
                    back.send(0, () -> g);
                    back.send(1, () -> g);
                }
                case SUB -> {
                    back.send(0, () -> g);
                    back.send(1, g::neg);
                }
                case MUL -> {
                    back.send(0, () -> g.mul(back.x(1)));
                    back.send(1, () -> g.mul(back.x(0)));
                }
                case DIV -> {
                    back.send(0, () -> g.div(back.x(1)));
                    back.send(1, () -> g.mul(back.y()).div(back.x(1)).neg());
                }
                case POW -> {
                    back.send(0, () -> g.mul(back.x(1)).mul(back.x(0).pow(back.x(1).sub(1))));
                    back.send(1, () -> g.mul(back.y()).mul(logOfPositive(back.x(0))));
                }
                case MAX, MIN -> {
                    back.send(0, () -> g.mul(share(back, 0)));
                    back.send(1, () -> g.mul(share(back, 1)));
                }
                case MOD -> {
                    back.send(0, () -> g);
                    back.send(1, () -> g.mul(back.x(0).div(back.x(1)).floor().neg()));
                }
                case ATAN2 -> {
                    Tensor norm = back.x(0).square().add(back.x(1).square());
                    back.send(0, () -> g.mul(back.x(1)).div(norm));
                    back.send(1, () -> g.mul(back.x(0)).div(norm).neg());
                }
                case EQUAL, NOT_EQUAL, GREATER, GREATER_EQUAL, LESS, LESS_EQUAL -> {
                    // steps: flat everywhere, so no gradient
                }
            }
        }

        /// 1 where input `i` won, 1/2 where both are equal, else 0.
        private static Tensor share(Back back, int i) {
            Tensor equal = back.x(0).equal(back.x(1));
            return back.x(i).equal(back.y()).sub(equal.mul(0.5f));
        }

        private static Tensor logOfPositive(Tensor x) {
            return x.log().where(x.greater(0), 0);
        }
    }

    /// Chooses between two tensors.
    record Where() implements Op {
        @Override
        public Shape shape(Shape... in) {
            return in[0].broadcast(in[1]).broadcast(in[2]);
        }

        @Override
        public float[] forward(Shape out, Tensor... x) {
            float[] condition = x[0].detach().broadcastTo(out).data();
            float[] yes = x[1].detach().broadcastTo(out).data();
            float[] no = x[2].detach().broadcastTo(out).data();
            float[] result = Tape.array(out.size());
            for (int i = 0; i < result.length; i++) {
                result[i] = condition[i] != 0 ? yes[i] : no[i];
            }
            return result;
        }

        @Override
        public void backward(Back back) {
            Tensor g = back.g();
            back.send(1, () -> g.where(back.x(0), 0));
            back.send(2, () -> Tensor.of(0).where(back.x(0), g));
        }
    }
}
