package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How far predictions follow targets up and down, between -1 and 1; neither size nor offset
/// matters.
///
/// Source: [Keras, PearsonCorrelation](https://keras.io/api/metrics/).
public final class PearsonCorrelation extends MeanMetric {
    private int axis = -1;

    /// The axis along which values belong together; default the last.
    public PearsonCorrelation axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return standard(pair.get(0)).mul(standard(pair.get(1))).mean(axis);
    }

    /// With mean 0 and deviation 1.
    private Tensor standard(Tensor x) {
        return x.sub(x.meanKeep(axis)).div(x.varianceKeep(axis).sqrt());
    }
}
