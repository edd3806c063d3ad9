package nacre.layers.core;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Where data enter a model: a symbolic tensor `(batch, sizes…)` whose batch is not known yet.
///
/// ```java
/// Input.of(28, 28, 1).shape()   // (None, 28, 28, 1)
/// ```
///
/// Source: [Keras, Input](https://keras.io/api/layers/core_layers/input/).
public final class Input {
    private Input() {}

    /// An input whose samples have these sizes.
    public static Tensor of(int... sizes) {
        return of(Shape.batch(sizes));
    }

    /// An input of a name, whose samples have these sizes.
    public static Tensor of(String name, int... sizes) {
        return new InputLayer(Shape.batch(sizes)).name(name).output();
    }

    /// An input of this shape, batch included.
    public static Tensor of(Shape shape) {
        return new InputLayer(shape).output();
    }
}
