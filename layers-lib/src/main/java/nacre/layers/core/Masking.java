package nacre.layers.core;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Marks the steps of a sequence that are padding, so that the layers after it skip them.
///
/// A step counts unless all its numbers equal `maskValue`; padding becomes 0. `(batch, steps,
/// features) → the same`
///
/// ```java
/// new Masking().apply(Tensor.of(new float[] {1, 2, 0, 0}, 1, 2, 2)).mask()   // [[1, 0]]
/// ```
///
/// Source: [Keras, Masking](https://keras.io/api/layers/core_layers/masking/).
public final class Masking extends FluentLayer<Masking> {
    private double maskValue;

    /// Steps of zeros are padding.
    public Masking() {}

    /// Steps of nothing but this value are padding.
    public Masking(double maskValue) {
        this.maskValue = maskValue;
    }

    /// What padding consists of; default 0.
    public Masking maskValue(double value) {
        return set("maskValue", () -> maskValue = value);
    }

    private Tensor counts(Tensor x) {
        return x.detach().notEqual((float) maskValue);
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.mul(counts(x).maxKeep(-1));
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return counts(inputs.get(0)).any(-1);
    }
}
