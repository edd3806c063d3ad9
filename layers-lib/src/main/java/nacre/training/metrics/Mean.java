package nacre.training.metrics;

import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import org.jspecify.annotations.Nullable;

/// The running mean of values that you give it: `mean.update(values)`.
///
/// ```java
/// var mean = new nacre.training.metrics.Mean();
/// mean.update(Tensor.of(new float[] {1, 3, 5, 7}));
/// mean.result()   // 4
/// ```
///
/// Source: [Keras, Mean](https://keras.io/api/metrics/reduction_metrics/).
public final class Mean extends MeanMetric {
    /// Adds values.
    public void update(Tensor values) {
        add(values, null);
    }

    /// Adds values that count differently.
    public void updateWeighted(Tensor values, @Nullable Tensor weights) {
        add(values, weights);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        throw Values.notOfAModel("Mean");
    }
}
