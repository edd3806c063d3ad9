package nacre.training.metrics;

import java.util.Map;
import nacre.tensor.Tensor;
import nacre.training.Metric;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// The running sum of values that you give it: `sum.update(values)`.
///
/// ```java
/// var sum = new nacre.training.metrics.Sum();
/// sum.update(Tensor.of(new float[] {1, 3, 5, 7}));
/// sum.result()   // 16
/// ```
///
/// Source: [Keras, Sum](https://keras.io/api/metrics/reduction_metrics/).
public final class Sum extends Metric {
    private transient double total;

    /// Adds values.
    public void update(Tensor values) {
        updateWeighted(values, null);
    }

    /// Adds values that count differently.
    public void updateWeighted(Tensor values, @Nullable Tensor weights) {
        Tensor counted = weights == null ? values : values.mul(Ranks.stretched(weights, values));
        total += counted.sum().item();
    }

    @Override
    public void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        throw Values.notOfAModel("Sum");
    }

    @Override
    public Tensor result() {
        return Tensor.of((float) total);
    }

    @Override
    public void reset() {
        total = 0;
    }

    @Override
    public Map<String, Tensor> variables() {
        return Map.of("total", result());
    }
}
