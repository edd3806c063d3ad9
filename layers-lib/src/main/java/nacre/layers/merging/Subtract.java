package nacre.layers.merging;

import java.util.List;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Subtracts the second of two tensors from the first, number by number: `(…), (…) → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {10, 20});
/// var b = Tensor.of(new float[] {1, 2});
/// new Subtract().apply(a, b)   // [9, 18]
/// ```
///
/// Source: [Keras, Subtract](https://keras.io/api/layers/merging_layers/subtract/).
public final class Subtract extends Merge<Subtract> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.sub(b);
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.size() != 2) {
            throw new IllegalArgumentException(
                    "Subtract takes exactly 2 inputs, a and b; got " + inputs.size() + ".");
        }
        super.check(inputs);
    }
}
