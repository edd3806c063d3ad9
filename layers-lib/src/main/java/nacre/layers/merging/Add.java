package nacre.layers.merging;

import nacre.tensor.Tensor;

/// Adds tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// new Add().apply(Tensor.of(new float[] {1, 2}), Tensor.of(new float[] {10, 20}))   // [11, 22]
/// ```
///
/// Source: [Keras, Add](https://keras.io/api/layers/merging_layers/add/).
public final class Add extends Merge<Add> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.add(b);
    }
}
