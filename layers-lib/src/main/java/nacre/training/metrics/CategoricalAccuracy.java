package nacre.training.metrics;

import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// How often the largest prediction is at the 1 of a one-hot target.
///
/// Source: [Keras, CategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class CategoricalAccuracy extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return yTrue.argMax(-1).equal(yPred.argMax(-1));
    }
}
