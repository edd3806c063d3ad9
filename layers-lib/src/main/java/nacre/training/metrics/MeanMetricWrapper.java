package nacre.training.metrics;

import java.util.function.BinaryOperator;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// The running mean of a function of targets and predictions that gives a value for each sample.
///
/// ```java
/// var mean = new nacre.training.metrics.MeanMetricWrapper((y, p) -> y.sub(p).abs());
/// mean.update(Tensor.of(new float[] {1, 2}), Tensor.of(new float[] {1, 4}));
/// mean.result()   // 1
/// ```
///
/// Source: [Keras, MeanMetricWrapper](https://keras.io/api/metrics/metrics_wrappers/).
public final class MeanMetricWrapper extends MeanMetric {
    private final transient BinaryOperator<Tensor> fn;

    /// The mean of this function; give it a name.
    public MeanMetricWrapper(BinaryOperator<Tensor> fn) {
        this.fn = fn;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return fn.apply(yTrue, yPred);
    }
}
