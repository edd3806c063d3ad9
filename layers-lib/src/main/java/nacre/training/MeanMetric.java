package nacre.training;

import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A metric that is the mean of a value for each sample.
public abstract class MeanMetric extends Metric {
    private transient double total;
    private transient double count;

    /// A value for each sample.
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    @Override
    public final void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        Tensor values = call(yTrue, yPred.withMask(null));
        Tensor mask = yPred.mask();
        Tensor weights =
                mask == null ? sampleWeight : sampleWeight == null ? mask : sampleWeight.mul(mask);
        if (weights == null) {
            total += values.sum().item();
            count += values.size();
        } else {
            total += Reduction.SUM.apply(values, weights).item();
            count += Reduction.SUM.apply(Tensor.ones(values.shape()), weights).item();
        }
    }

    @Override
    public final Tensor result() {
        return Tensor.of((float) (count == 0 ? 0 : total / count));
    }

    @Override
    public final void reset() {
        total = 0;
        count = 0;
    }
}
