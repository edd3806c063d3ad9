package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;
import org.jspecify.annotations.Nullable;

/// The running mean of the [cross-entropy][nacre.training.losses.SparseCategoricalCrossentropy] of
/// class numbers:
///
/// `-ln p[y]`
///
/// ```java
/// var mean = new nacre.training.metrics.SparseCategoricalCrossentropy();
/// mean.update(Tensor.of(new float[] {1}), Tensor.of(new float[][] {{0.5f, 0.5f}}));
/// mean.result()   // 0.693147
/// ```
///
/// Source: [Keras,
/// SparseCategoricalCrossentropy](https://keras.io/api/metrics/probabilistic_metrics/).
public final class SparseCategoricalCrossentropy extends LossMetric {
    private boolean fromLogits;
    private @Nullable Integer ignoreClass;
    private int axis = -1;

    /// Whether predictions are logits, before the softmax; default false: probabilities.
    public SparseCategoricalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// A class number whose samples do not count; default none.
    public SparseCategoricalCrossentropy ignoreClass(int number) {
        ignoreClass = number;
        return this;
    }

    /// The axis of the classes; default the last.
    public SparseCategoricalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Loss loss() {
        var loss =
                new nacre.training.losses.SparseCategoricalCrossentropy()
                        .fromLogits(fromLogits)
                        .axis(axis);
        return ignoreClass == null ? loss : loss.ignoreClass(ignoreClass);
    }
}
