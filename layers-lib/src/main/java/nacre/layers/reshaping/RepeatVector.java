package nacre.layers.reshaping;

import static nacre.layers.Arguments.positive;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Repeats each sample `n` times, as steps of a sequence: `(batch, features) → (batch, n,
/// features)`.
///
/// ```java
/// new RepeatVector(3).outputShape(Shape.batch(32))   // (None, 3, 32)
/// ```
///
/// Source: [Keras, RepeatVector](https://keras.io/api/layers/reshaping_layers/repeat_vector/).
public final class RepeatVector extends FluentLayer<RepeatVector> {
    private final int n;

    /// How many steps.
    public RepeatVector(int n) {
        this.n = positive("n", n);
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.get(0).rank() != 2) {
            throw new IllegalArgumentException(
                    "RepeatVector needs inputs (batch, features); got " + inputs.get(0) + ".");
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.expandDims(1).repeat(n, 1);
    }
}
