package nacre.training.metrics;

import nacre.tensor.Tensor;
import nacre.training.MeanMetric;

/// How often the largest prediction is at the target's class number.
///
/// Source: [Keras, SparseCategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class SparseCategoricalAccuracy extends MeanMetric {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = yTrue.rank() == yPred.rank() && yTrue.dim(-1) == 1 ? yTrue.squeeze(-1) : yTrue;
        return y.equal(yPred.argMax(-1));
    }
}
