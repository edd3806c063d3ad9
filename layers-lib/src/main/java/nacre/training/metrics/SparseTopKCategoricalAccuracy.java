package nacre.training.metrics;

import nacre.layers.Arguments;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import nacre.training.MeanMetric;
import nacre.training.Ranks;

/// How often the target's class number is among those of the `k` largest predictions:
///
/// `right / all`
///
/// ```java
/// var accuracy = new nacre.training.metrics.SparseTopKCategoricalAccuracy().k(2);
/// accuracy.update(Tensor.of(new float[] {2, 1}), Tensor.of(new float[][] {{0.1f, 0.9f, 0.8f}, {0.5f, 0.1f, 0.4f}}));
/// accuracy.result()   // 0.5
/// ```
///
/// Source: [Keras, SparseTopKCategoricalAccuracy](https://keras.io/api/metrics/accuracy_metrics/).
public final class SparseTopKCategoricalAccuracy extends MeanMetric {
    private int k = 5;
    private boolean fromSortedIds;

    /// How many of the largest predictions; default 5.
    public SparseTopKCategoricalAccuracy k(int count) {
        k = Arguments.positive("k", count);
        return this;
    }

    /// Whether predictions are class numbers, the best first, instead of scores; default false.
    public SparseTopKCategoricalAccuracy fromSortedIds(boolean on) {
        fromSortedIds = on;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Ranks.classes(yTrue, yPred);
        if (!fromSortedIds) {
            return Top.contains(y, yPred, k);
        }
        return yPred.slice(-1, 0, Math.min(k, yPred.dim(-1))).equal(y.expandDims(-1)).max(-1);
    }

    @Override
    public Config getConfig() { // Keras forgets it
        Config config = super.getConfig();
        config.remove("from_sorted_ids");
        return config;
    }
}
