package nacre.training.metrics;

import nacre.training.Loss;
import nacre.training.LossMetric;

/// The running mean of the [cross-entropy][nacre.training.losses.BinaryCrossentropy] of answers 0
/// and 1:
///
/// `-y · ln p - (1 - y) · ln(1 - p)`
///
/// ```java
/// var mean = new nacre.training.metrics.BinaryCrossentropy();
/// mean.update(Tensor.of(new float[][] {{0}, {1}}), Tensor.of(new float[][] {{0.5f}, {0.5f}}));
/// mean.result()   // 0.693147
/// ```
///
/// Source: [Keras, BinaryCrossentropy](https://keras.io/api/metrics/probabilistic_metrics/).
public final class BinaryCrossentropy extends LossMetric {
    private boolean fromLogits;
    private double labelSmoothing;

    /// Whether predictions are logits, before the sigmoid; default false: probabilities.
    public BinaryCrossentropy fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    /// How far targets move from 0 and 1 toward 1/2; default 0.
    public BinaryCrossentropy labelSmoothing(double share) {
        labelSmoothing = share;
        return this;
    }

    @Override
    protected Loss loss() {
        return new nacre.training.losses.BinaryCrossentropy()
                .fromLogits(fromLogits)
                .labelSmoothing(labelSmoothing);
    }
}
