package nacre.layers.recurrent;

import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.Call;
import nacre.layers.FluentLayer;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.layers.normalization.BatchNormalization;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Applies the same layer to each step of a sequence by itself: `(batch, steps, …) → (batch, steps,
/// …)`.
///
/// ```java
/// new TimeDistributed(new Dense(4)).outputShape(Shape.batch(10, 3))            // (None, 10, 4)
/// new TimeDistributed(new Flatten()).outputShape(Shape.batch(10, 28, 28, 1))   // (None, 10, 784)
/// ```
///
/// Source: [Keras,
/// TimeDistributed](https://keras.io/api/layers/recurrent_layers/time_distributed/).
public final class TimeDistributed extends FluentLayer<TimeDistributed> {
    private final Layer layer;

    /// This layer, at each step.
    public TimeDistributed(Layer layer) {
        this.layer = layer;
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.get(0).rank() < 3) {
            throw new IllegalArgumentException(
                    "TimeDistributed needs sequences (batch, steps, …), at least 3 axes; got "
                            + inputs.get(0)
                            + ".");
        }
        if (inputs.get(0).dim(1) == 0) {
            throw new IllegalArgumentException(
                    "TimeDistributed needs sequences of at least one step; got "
                            + inputs.get(0)
                            + ".");
        }
    }

    @Override
    protected void build(Shape in) {
        layer.ensureBuilt(List.of(in.drop(1)));
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        Tensor mask = pass.mask();
        if (mask != null
                && (mask.rank() < 2 || !x.shape().slice(0, 2).accepts(mask.shape().slice(0, 2)))) {
            throw new IllegalArgumentException(
                    "The mask must have the batch and the steps of the input "
                            + x.shape()
                            + "; it has shape "
                            + mask.shape()
                            + ".");
        }
        if (x.isGhost()) {
            return Tensor.ghost(step(x, 0, pass).shape().insert(1, x.dim(1)));
        }
        return Tensor.stack(
                IntStream.range(0, x.dim(1)).mapToObj(t -> step(x, t, pass)).toList(), 1);
    }

    /// One step. A layer that looks at masks gets its part of the mask, if that speaks of the
    /// steps' samples; a mask of samples only means something to normalisation. As in Keras, the
    /// layer's own activity regularizer does not count here; give it to the TimeDistributed.
    private Tensor step(Tensor x, int t, Pass pass) {
        Tensor mask = pass.mask();
        boolean told = mask != null && (mask.rank() > 2 || layer instanceof BatchNormalization);
        Call how = mask != null && told ? Call.masked(mask.at(1, t)) : Call.masked();
        return layer.apply(List.of(x.at(1, t)), how.unpriced());
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
