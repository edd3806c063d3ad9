package nacre.training.metrics;

import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// The running mean of the cosine of the angle between target and prediction: 1 where both point
/// the same way:
///
/// `Σ yTrue · yPred / (|yTrue| · |yPred|)`
///
/// ```java
/// var mean = new nacre.training.metrics.CosineSimilarity();
/// mean.update(Tensor.of(new float[][] {{0, 2}}), Tensor.of(new float[][] {{0, 5}}));
/// mean.result()   // 1
/// ```
///
/// Source: [Keras, CosineSimilarity](https://keras.io/api/metrics/regression_metrics/).
public final class CosineSimilarity extends MeanMetric {
    private int axis = -1;

    /// The axis along which vectors lie; default the last.
    public CosineSimilarity axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return new nacre.training.losses.CosineSimilarity()
                .axis(axis)
                .reduction("none")
                .apply(yTrue, yPred)
                .neg();
    }

    @Override
    public Config getConfig() { // Keras forgets it
        Config config = super.getConfig();
        config.remove("axis");
        return config;
    }
}
