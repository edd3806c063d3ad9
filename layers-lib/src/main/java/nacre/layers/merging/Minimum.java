package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Takes the smallest of several tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 20});
/// var b = Tensor.of(new float[] {10, 2});
/// new Minimum().apply(a, b)   // [1, 2]
/// ```
///
/// Source: [Keras, Minimum](https://keras.io/api/layers/merging_layers/minimum/).
public final class Minimum extends Extreme<Minimum> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.minimum(b);
    }
}
