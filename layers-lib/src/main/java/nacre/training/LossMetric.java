package nacre.training;

import nacre.tensor.Tensor;

/// A metric that is the running mean of a loss.
public abstract class LossMetric extends MeanMetric {
    /// A metric whose name is its class's in snake case.
    protected LossMetric() {}

    /// A metric with another default name.
    protected LossMetric(String name) {
        super(name);
    }

    /// The loss, with the metric's options.
    protected abstract Loss loss();

    @Override
    protected final Tensor call(Tensor yTrue, Tensor yPred) {
        return loss().call(yTrue, yPred);
    }
}
