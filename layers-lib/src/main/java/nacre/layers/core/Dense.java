package nacre.layers.core;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Fully connected layer: `activation(x · kernel + bias)` along the last axis.
///
/// Every input is connected to every neuron (unit): `d · units` weights and `units` biases. `(…, d)
/// → (…, units)`
///
/// ```java
/// new Dense(4).outputShape(Shape.of(2, 3))   // (2, 4)
/// ```
///
/// Source: [Keras, Dense](https://keras.io/api/layers/core_layers/dense/).
public final class Dense extends KernelLayer<Dense> {
    private final int units;
    // kept for Keras's files; numbers here are always float32
    private @Nullable Object quantizationConfig;

    /// A layer of this many neurons.
    public Dense(int units) {
        this.units = positive("units", units);
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        if (in.rank() < 2) {
            throw new IllegalArgumentException(
                    "Dense needs inputs (batch, …, size); got "
                            + in
                            + ". Add a batch axis: x.expandDims(0).");
        }
        if (built() && in.last() != buildShapes().get(0).last()) {
            throw new IllegalArgumentException(
                    "Dense needs inputs of one size; \""
                            + name()
                            + "\" was built for (…, "
                            + buildShapes().get(0).last()
                            + ") and got "
                            + in
                            + ".");
        }
    }

    @Override
    protected void build(Shape in) {
        build(Shape.of(in.last(), units), units);
    }

    @Override
    protected Tensor call(Tensor x) {
        return finish((bias, f) -> x.matmul(kernel(), bias, f)); // f(x · kernel + bias)
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
