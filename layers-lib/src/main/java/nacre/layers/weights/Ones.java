package nacre.layers.weights;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// All ones; the default of a scale.
public record Ones() implements Initializer {
    @Override
    public Tensor values(Shape shape, long seed) {
        return Tensor.ones(shape);
    }
}
