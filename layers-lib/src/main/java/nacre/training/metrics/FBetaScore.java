package nacre.training.metrics;

/// Precision and recall of each class in one number:
///
/// `(1 + beta²) · precision · recall / (beta² · precision + recall)`
///
/// Targets are rows of 0 and 1, `(batch, classes)`; of the predictions the largest of a row counts
/// as 1, or with a threshold all above it.
///
/// ```java
/// var score = new nacre.training.metrics.FBetaScore().beta(2);
/// score.update(Tensor.of(new float[][] {{1, 0}, {0, 1}}), Tensor.of(new float[][] {{0.9f, 0.1f}, {0.2f, 0.8f}}));
/// score.result()   // [1, 1]
/// ```
///
/// Source: [Keras, FBetaScore](https://keras.io/api/metrics/classification_metrics/).
public final class FBetaScore extends FScore<FBetaScore> {
    private double beta = 1;

    /// With `beta` 1.
    public FBetaScore() {
        super("fbeta_score");
    }

    /// How much more recall counts than precision; default 1.
    public FBetaScore beta(double weight) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "`beta` must be greater than 0; got " + weight + ".");
        }
        beta = weight;
        return this;
    }

    @Override
    protected double weightOfRecall() {
        return beta;
    }
}
