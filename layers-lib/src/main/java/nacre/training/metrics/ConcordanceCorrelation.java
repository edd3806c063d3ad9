package nacre.training.metrics;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How far predictions agree with targets, between -1 and 1: as [PearsonCorrelation], but size and
/// offset matter:
///
/// `2 · covariance(y, p) / (variance y + variance p + (mean y - mean p)²)`
///
/// ```java
/// var correlation = new nacre.training.metrics.ConcordanceCorrelation();
/// correlation.update(Tensor.of(new float[][] {{1, 2, 3}}), Tensor.of(new float[][] {{2, 3, 4}}));
/// correlation.result()   // 0.571429
/// ```
///
/// Source: [Keras, ConcordanceCorrelation](https://keras.io/api/metrics/).
public final class ConcordanceCorrelation extends MeanMetric {
    private static final float EPSILON = 1e-7f;

    private int axis = -1;

    /// The axis along which values belong together; default the last.
    public ConcordanceCorrelation axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = pair.get(0);
        Tensor p = pair.get(1);
        Tensor together = y.sub(y.meanKeep(axis)).mul(p.sub(p.meanKeep(axis))).mean(axis);
        Tensor apart = y.mean(axis).sub(p.mean(axis)).square();
        Tensor all = y.variance(axis).add(p.variance(axis)).add(apart).add(EPSILON);
        return together.mul(2).div(all);
    }
}
