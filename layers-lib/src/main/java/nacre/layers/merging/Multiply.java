package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Multiplies tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// new Multiply().apply(Tensor.of(new float[] {1, 2}), Tensor.of(new float[] {10, 20}))   // [10, 40]
/// ```
///
/// Source: [Keras, Multiply](https://keras.io/api/layers/merging_layers/multiply/).
public final class Multiply extends Merge<Multiply> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.mul(b);
    }
}
