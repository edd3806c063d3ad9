package nacre.training.metrics;

import nacre.tensor.Shape;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.losses.BinaryCrossentropy;
import nacre.training.losses.CategoricalCrossentropy;
import nacre.training.losses.SparseCategoricalCrossentropy;

/// Which accuracy the word "accuracy" means, and which loss "crossentropy", by the shapes of
/// targets and predictions: two classes, a row with a 1, or the number of a class.
///
/// ```java
/// nacre.training.metrics.Accuracies.fitting(Shape.of(4, 1), Shape.of(4, 10)).name()   // sparse_categorical_accuracy
/// ```
///
/// Source: [Keras, compile](https://keras.io/api/models/model_training_apis/).
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
