package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Takes the largest of several tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 20});
/// var b = Tensor.of(new float[] {10, 2});
/// new Maximum().apply(a, b)   // [10, 20]
/// ```
///
/// Source: [Keras, Maximum](https://keras.io/api/layers/merging_layers/maximum/).
public final class Maximum extends Extreme<Maximum> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.maximum(b);
    }
}
