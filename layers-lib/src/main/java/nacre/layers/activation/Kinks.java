package nacre.layers.activation;

import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The formulas of activation functions that are pieced together.
final class Kinks {
    private Kinks() {}

    /// `min(x, 0)`, with gradient 1 at 0: so a piece that starts at 0 never sees large numbers.
    static Tensor nonPositive(Tensor x) {
        return Tensor.of(0).where(x.greater(0), x);
    }

    static Tensor relu(Tensor x, float negativeSlope, @Nullable Float maxValue, float threshold) {
        Tensor positive = threshold == 0 ? x.relu() : x.mul(x.greater(threshold));
        Tensor capped = maxValue == null ? positive : positive.clip(0, maxValue);
        return negativeSlope == 0
                ? capped
                : capped.sub(x.neg().add(threshold).relu().mul(negativeSlope));
    }

    static Tensor leakyRelu(Tensor x, float negativeSlope) {
        return x.where(x.greater(0), x.mul(negativeSlope));
    }

    static Tensor threshold(Tensor x, float threshold, float otherwise) {
        return x.where(x.greater(threshold), otherwise);
    }

    static Tensor hardSigmoid(Tensor x) {
        return x.add(3).clip(0, 6).div(6);
    }

    static Tensor hardShrink(Tensor x, float threshold) {
        return x.where(x.abs().greater(threshold), 0);
    }

    static Tensor softShrink(Tensor x, float threshold) {
        return x.sub(threshold).relu().sub(x.neg().sub(threshold).relu());
    }

    static Tensor sparsePlus(Tensor x) {
        Tensor between = x.clip(-1, 1).add(1).square().div(4);
        return between.add(x.sub(1).relu());
    }
}
