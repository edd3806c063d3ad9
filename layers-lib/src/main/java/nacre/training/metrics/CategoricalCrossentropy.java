package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [cross-entropy][nacre.training.losses.CategoricalCrossentropy] of
/// one-hot rows:
///
/// `-Σ y · ln p`
///
/// ```java
/// var mean = new nacre.training.metrics.CategoricalCrossentropy();
/// mean.update(Tensor.of(new float[][] {{0, 1}}), Tensor.of(new float[][] {{0.5f, 0.5f}}));
/// mean.result()   // 0.693147
/// ```
///
/// Source: [Keras, CategoricalCrossentropy](https://keras.io/api/metrics/probabilistic_metrics/).
public final class CategoricalCrossentropy extends LossMetric {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    /// Whether predictions are logits, before the softmax; default false: probabilities.
    public CategoricalCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How much of a target is spread over all classes; default 0.
    public CategoricalCrossentropy labelSmoothing(double share) {
        labelSmoothing = share;
        return this;
    }

    /// The axis of the classes; default the last.
    public CategoricalCrossentropy axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Loss loss() {
        return new nacre.training.losses.CategoricalCrossentropy()
                .fromLogits(fromLogits)
                .labelSmoothing(labelSmoothing)
                .axis(axis);
    }
}
