package nacre.layers.activation;

import nacre.tensor.Tensor;

/// The formulas of smooth activation functions.
final class Curves {
    private static final float SELU_ALPHA = 1.6732632423543772f;
    private static final float SELU_SCALE = 1.0507009873554805f;

    private Curves() {}

    static Tensor elu(Tensor x, float alpha) {
        return x.relu().add(Kinks.nonPositive(x).expm1().mul(alpha));
    }

    static Tensor celu(Tensor x, float alpha) {
        return x.relu().add(Kinks.nonPositive(x).div(alpha).expm1().mul(alpha));
    }

    static Tensor selu(Tensor x) {
        return elu(x, SELU_ALPHA).mul(SELU_SCALE);
    }

    static Tensor gelu(Tensor x) {
        return x.mul(x.mul((float) Math.sqrt(0.5)).erf().add(1)).mul(0.5f);
    }

    static Tensor geluByTanh(Tensor x) {
        Tensor inner = x.add(x.pow(3).mul(0.044715f)).mul((float) Math.sqrt(2 / Math.PI));
        return x.mul(inner.tanh().add(1)).mul(0.5f);
    }

    static Tensor squareplus(Tensor x, float b) {
        return x.add(x.square().add(b).sqrt()).div(2);
    }
}
