package nacre.layers.weights;

import nacre.tensor.Tensor;

/// Makes negative weights 0.
public record NonNeg() implements Constraint {
    @Override
    public Tensor apply(Tensor weight) {
        return weight.maximum(0);
    }
}
