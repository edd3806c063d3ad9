package nacre.layers.core;

import nacre.layers.FluentLayer;
import nacre.tensor.Tensor;

/// Gives on what comes in, unchanged; a place to hang something on. `(…) → (…)`
///
/// ```java
/// new Identity().apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: [Keras, Identity](https://keras.io/api/layers/core_layers/identity/).
public final class Identity extends FluentLayer<Identity> {
    @Override
    protected Tensor call(Tensor x) {
        return x;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
