package nacre.layers.weights;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// All zeros; the default of a bias.
public record Zeros() implements Initializer {
    @Override
    public Tensor values(Shape shape, long seed) {
        return Tensor.zeros(shape);
    }
}
