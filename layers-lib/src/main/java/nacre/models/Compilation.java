package nacre.models;

import java.util.List;
import java.util.Map;

/// How a model is to be trained; names are Keras's, objects are as good.
///
/// For several outputs the loss and the metrics are lists, one item for each output, or maps by the
/// outputs' names.
public final class Compilation {
    private final Object optimizer;
    private final Object loss;
    private List<Object> metrics = List.of();
    private List<Object> weightedMetrics = List.of();
    private Object lossWeights = List.of();

    /// An optimizer and a loss.
    public Compilation(Object optimizer, Object loss) {
        this.optimizer = optimizer;
        this.loss = loss;
    }

    /// What to report, for every output; for single outputs give lists or one map.
    public Compilation metrics(Object... names) {
        metrics = List.of(names);
        return this;
    }

    /// What to report with the weights of samples counted in.
    public Compilation weightedMetrics(Object... names) {
        weightedMetrics = List.of(names);
        return this;
    }

    /// How much the loss of each output counts; default 1.
    public Compilation lossWeights(Map<String, Double> weights) {
        lossWeights = weights;
        return this;
    }

    /// How much the loss of each output counts; default 1.
    public Compilation lossWeights(Double... weights) {
        lossWeights = List.of(weights);
        return this;
    }

    Object optimizer() {
        return optimizer;
    }

    Object loss() {
        return loss;
    }

    List<Object> metrics() {
        return metrics;
    }

    List<Object> weightedMetrics() {
        return weightedMetrics;
    }

    Object lossWeights() {
        return lossWeights;
    }
}
