package nacre.training.metrics;

import nacre.tensor.Shape;
import nacre.training.Metric;

/// Which accuracy the word "accuracy" means, by the shapes of targets and predictions.
public final class Accuracies {
    private Accuracies() {}

    /// Binary for a single output, sparse for class numbers, categorical for one-hot rows.
    public static Metric fitting(Shape yTrue, Shape yPred) {
        boolean binary = yPred.last() == 1;
        boolean sparse = yTrue.rank() < yPred.rank() || (yTrue.last() == 1 && yPred.last() > 1);
        return binary
                ? new BinaryAccuracy()
                : sparse ? new SparseCategoricalAccuracy() : new CategoricalAccuracy();
    }
}
