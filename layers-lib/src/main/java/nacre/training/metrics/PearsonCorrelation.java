package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How far predictions follow targets up and down, between -1 and 1; neither size nor offset
/// matters.
///
/// `Σ (y - mean y) · (p - mean p)` over the product of both deviations and the number of values.
///
/// ```java
/// var correlation = new nacre.training.metrics.PearsonCorrelation();
/// correlation.update(Tensor.of(new float[][] {{1, 2, 3}}), Tensor.of(new float[][] {{2, 4, 6}}));
/// correlation.result()   // 1
/// ```
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
