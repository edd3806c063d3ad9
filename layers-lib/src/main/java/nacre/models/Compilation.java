package nacre.models;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nacre.layers.Arguments;
import nacre.layers.config.Serializable;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.Optimizer;
import org.jspecify.annotations.Nullable;

/// How a model is to be trained; names are Keras's, objects are as good.
///
/// For several outputs the loss and the metrics are lists, one item for each output, or maps by the
/// outputs' names.
public final class Compilation {
    private final Object optimizer;
    private final @Nullable Object loss;
    private @Nullable Object lossWeights;
    private @Nullable Object metrics;
    private @Nullable Object weightedMetrics;
    private int stepsPerExecution = 1;

    /// An optimizer and a loss; a loss of null leaves only the prices of weights and outputs.
    public Compilation(Object optimizer, @Nullable Object loss) {
        this.optimizer = optimizer;
        this.loss = loss;
    }

    /// What to report, for every output; for single outputs give lists or one map.
    public Compilation metrics(Object... names) {
        metrics = listed(names);
        return this;
    }

    /// What to report with the weights of samples counted in.
    public Compilation weightedMetrics(Object... names) {
        weightedMetrics = listed(names);
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

    /// How many batches run between two calls of the callbacks that follow batches; default 1.
    public Compilation stepsPerExecution(int batches) {
        stepsPerExecution = Arguments.positive("stepsPerExecution", batches);
        return this;
    }

    int stepsPerExecution() {
        return stepsPerExecution;
    }

    private static @Nullable Object listed(Object... names) {
        if (names.length == 0) {
            return null;
        }
        boolean whole = names.length == 1 && (isByName(names[0]) || names[0] instanceof List<?>);
        return whole ? names[0] : Arrays.asList(names);
    }

    /// Whether it is a map by names of outputs, and not the config of one thing.
    static boolean isByName(@Nullable Object given) {
        return given instanceof Map<?, ?> map && !map.containsKey("class_name");
    }

    Object optimizer() {
        return optimizer;
    }

    @Nullable Object loss() {
        return loss;
    }

    @Nullable Object metrics() {
        return metrics;
    }

    @Nullable Object weightedMetrics() {
        return weightedMetrics;
    }

    @Nullable Object lossWeights() {
        return lossWeights;
    }

    // --- config

    /// What Keras writes into a file about how a model is trained.
    Map<String, @Nullable Object> getConfig(Optimizer<?> used) {
        var config = new LinkedHashMap<String, @Nullable Object>();
        config.put("optimizer", used.serialize());
        config.put("loss", plain(loss, Loss::of));
        config.put("loss_weights", lossWeights);
        config.put("metrics", plain(metrics, Metric::of));
        config.put("weighted_metrics", plain(weightedMetrics, Metric::of));
        config.put("run_eagerly", false);
        config.put("steps_per_execution", stepsPerExecution);
        config.put("jit_compile", false);
        return config;
    }

    /// Names stay names; objects, and configs of them, are written in full.
    private static @Nullable Object plain(
            @Nullable Object given, Function<Object, Serializable> find) {
        if (given instanceof List<?> list) {
            return list.stream().map(item -> plain(item, find)).toList();
        }
        if (isByName(given) && given instanceof Map<?, ?> map) {
            var result = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, item) -> result.put(String.valueOf(name), plain(item, find)));
            return result;
        }
        return given == null || given instanceof String ? given : find.apply(given).serialize();
    }

    /// How a model was trained, from what Keras wrote about it.
    static Compilation of(Map<String, @Nullable Object> config) {
        Object optimizer = config.get("optimizer");
        var compilation =
                new Compilation(optimizer == null ? "rmsprop" : optimizer, config.get("loss"));
        compilation.lossWeights = config.get("loss_weights");
        compilation.metrics = config.get("metrics");
        compilation.weightedMetrics = config.get("weighted_metrics");
        if (config.get("steps_per_execution") instanceof Number batches) {
            compilation.stepsPerExecution(batches.intValue());
        }
        return compilation;
    }
}
