package nacre.layers.weights;

import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Lengths of the vectors inside a weight.
final class Norms {
    private static final float EPSILON = 1e-7f; // keeps a vector of zeros from a division by 0

    private Norms() {}

    static Tensor of(Tensor weight, Axes axis) {
        return weight.normKeep(axis.in(weight.shape(), "axis"));
    }

    /// The weight with vectors of other lengths.
    static Tensor scale(Tensor weight, Tensor wanted, Tensor norms) {
        return weight.mul(wanted.div(norms.add(EPSILON)));
    }
}
