package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Multiplies tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 2});
/// var b = Tensor.of(new float[] {10, 20});
/// new Multiply().apply(a, b)   // [10, 40]
/// ```
///
/// Source: [Keras, Multiply](https://keras.io/api/layers/merging_layers/multiply/).
public final class Multiply extends Merge<Multiply> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.mul(b);
    }
}
