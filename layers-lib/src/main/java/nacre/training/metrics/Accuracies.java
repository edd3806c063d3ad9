package nacre.training.metrics;

import nacre.tensor.Shape;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.losses.BinaryCrossentropy;
import nacre.training.losses.CategoricalCrossentropy;
import nacre.training.losses.SparseCategoricalCrossentropy;

/// Which accuracy the word "accuracy" means, and which loss "crossentropy", by the shapes of
/// targets and predictions.
public final class Accuracies {
    private Accuracies() {}

    private enum Task {
        BINARY,
        SPARSE,
        CATEGORICAL
    }

    /// Binary for a single output, sparse for class numbers, categorical for one-hot rows.
    private static Task task(Shape yTrue, Shape yPred) {
        if (yPred.last() == 1) {
            return Task.BINARY;
        }
        boolean numbers = yTrue.rank() < yPred.rank() || (yTrue.last() == 1 && yPred.last() > 1);
        return numbers ? Task.SPARSE : Task.CATEGORICAL;
    }

    /// What "accuracy" means.
    public static Metric fitting(Shape yTrue, Shape yPred) {
        return switch (task(yTrue, yPred)) {
            case BINARY -> new BinaryAccuracy();
            case SPARSE -> new SparseCategoricalAccuracy();
            case CATEGORICAL -> new CategoricalAccuracy();
        };
    }

    /// What "crossentropy" means.
    public static Loss crossentropyFitting(Shape yTrue, Shape yPred) {
        return switch (task(yTrue, yPred)) {
            case BINARY -> new BinaryCrossentropy();
            case SPARSE -> new SparseCategoricalCrossentropy();
            case CATEGORICAL -> new CategoricalCrossentropy();
        };
    }
}
