package nacre.training.metrics;

/// Precision and recall of each class in one number: `2 · precision · recall / (precision +
/// recall)`.
///
/// Targets are rows of 0 and 1, `(batch, classes)`; of the predictions the largest of a row counts
/// as 1, or with a threshold all above it.
///
/// ```java
/// var score = new nacre.training.metrics.F1Score();
/// score.update(Tensor.of(new float[][] {{1, 0}, {0, 1}}), Tensor.of(new float[][] {{0.9f, 0.1f}, {0.2f, 0.8f}}));
/// score.result()   // [1, 1]
/// ```
///
/// Source: [Keras, F1Score](https://keras.io/api/metrics/classification_metrics/).
public final class F1Score extends FScore<F1Score> {
    /// One value for each class.
    public F1Score() {
        super("f1_score");
    }

    @Override
    protected double weightOfRecall() {
        return 1;
    }
}
