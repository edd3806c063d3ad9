package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Adds tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 2});
/// var b = Tensor.of(new float[] {10, 20});
/// new Add().apply(a, b)   // [11, 22]
/// ```
///
/// Source: [Keras, Add](https://keras.io/api/layers/merging_layers/add/).
public final class Add extends Merge<Add> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.add(b);
    }
}
