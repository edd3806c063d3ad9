package nacre.tensor;

import nacre.compute.ClassLoss;

/// `-ln` of the share that the right class has, for rows of probabilities and class numbers.
record ClassLossOp(float epsilon) implements Op {
    @Override
    public Shape shape(Shape... in) {
        return in[0].drop(-1);
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        float[] losses = Tape.array(out.size());
        int classes = x[0].dim(-1);
        ClassLoss.forward(x[0].data(), x[1].data(), losses.length, classes, epsilon, losses);
        return losses;
    }

    @Override
    public void backward(Back b) {
        b.send(
                0,
                () -> {
                    Shape shape = b.x(0).shape();
                    float[] dp = Tape.array(shape.size());
                    ClassLoss.gradient(
                            b.x(0).data(),
                            b.x(1).data(),
                            b.g().data(),
                            b.g().size(),
                            shape.last(),
                            epsilon,
                            dp);
                    return Tensor.wrap(dp, shape);
                });
    }
}
