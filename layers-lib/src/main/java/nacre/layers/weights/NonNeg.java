package nacre.layers.weights;

import nacre.tensor.Tensor;

/// Makes negative weights 0.
///
/// ```java
/// new NonNeg().apply(Tensor.of(new float[] {-1, 2}))   // [0, 2]
/// ```
///
/// Source: [Keras, NonNeg](https://keras.io/api/layers/constraints/).
public record NonNeg() implements Constraint {
    @Override
    public Tensor apply(Tensor weight) {
        return weight.maximum(0);
    }
}
