package nacre.layers.pooling;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Keeps of a sequence only the mean of each channel. Steps that a mask leaves out do not count.
///
/// `(batch, steps, channels) → (batch, channels)`
///
/// ```java
/// new GlobalAveragePooling1D().outputShape(Shape.batch(8, 3))   // (None, 3)
/// ```
///
/// Source: [Keras,
/// GlobalAveragePooling1D](https://keras.io/api/layers/pooling_layers/global_average_pooling1d/).
public final class GlobalAveragePooling1D extends GlobalPooling<GlobalAveragePooling1D> {
    /// The mean over all steps.
    public GlobalAveragePooling1D() {
        super(1);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        Tensor mask = pass.mask();
        if (mask == null) {
            return keepdims() ? x.meanKeep(pooled()) : x.mean(pooled());
        }
        int steps = dataFormat().firstSize();
        Tensor counts = mask.expandDims(steps == 1 ? 2 : 1);
        Tensor mean = x.mul(counts).sumKeep(steps).div(counts.sumKeep(steps));
        return keepdims() ? mean : mean.squeeze(steps);
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return null; // the steps that it spoke of are gone
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }
}
