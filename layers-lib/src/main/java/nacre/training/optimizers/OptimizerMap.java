package nacre.training.optimizers;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nacre.layers.config.Serializable;
import nacre.tensor.Weight;
import nacre.training.Optimizer;

/// Says which optimizer moves which weights, by where these stand in a model:
///
/// ```java
/// new OptimizerMap(new SGD()).put("encoder/.*", new Adam()).get("encoder/dense/kernel").name()   // adam
/// ```
///
/// Source: [Keras, MultiOptimizer](https://keras.io/api/optimizers/).
public final class OptimizerMap implements Serializable {
    private final Optimizer<?> defaultOptimizer;
    private final Map<String, Optimizer<?>> optimizerMap;

    /// One optimizer for all weights, until others are put.
    public OptimizerMap(Optimizer<?> defaultOptimizer) {
        this(defaultOptimizer, Map.of());
    }

    /// These optimizers by places of weights or patterns for them, and one for all other weights.
    public OptimizerMap(Optimizer<?> defaultOptimizer, Map<String, Optimizer<?>> optimizerMap) {
        this.defaultOptimizer = defaultOptimizer;
        this.optimizerMap = new LinkedHashMap<>();
        optimizerMap.forEach(this::put);
    }

    /// Another optimizer for the weight at this place, or for those whose whole places fit this
    /// pattern.
    public OptimizerMap put(String place, Optimizer<?> optimizer) {
        if (optimizer instanceof MultiOptimizer) {
            throw new IllegalArgumentException(
                    "A MultiOptimizer cannot be one of those in an OptimizerMap.");
        }
        Optimizer<?> former = optimizerMap.putIfAbsent(place, optimizer);
        if (former != null) {
            throw new IllegalArgumentException(
                    "There is an optimizer for \"%s\" already: %s."
                            .formatted(place, former.name()));
        }
        return this;
    }

    /// The optimizer for the weight at this place.
    public Optimizer<?> get(String place) {
        Optimizer<?> named = optimizerMap.get(place);
        if (named != null) {
            return named;
        }
        List<Map.Entry<String, Optimizer<?>>> fitting =
                optimizerMap.entrySet().stream()
                        .filter(entry -> place.matches(entry.getKey()))
                        .toList();
        if (fitting.size() > 1) {
            throw new IllegalArgumentException(
                    "Several optimizers are for the weight \"%s\": those of %s."
                            .formatted(place, fitting.stream().map(Map.Entry::getKey).toList()));
        }
        return fitting.isEmpty() ? defaultOptimizer : fitting.get(0).getValue();
    }

    /// The optimizer for a weight.
    public Optimizer<?> get(Weight weight) {
        return get(weight.path());
    }

    /// A map by its config, or itself.
    public static OptimizerMap of(Object identifier) {
        return Serializable.make(OptimizerMap.class, identifier);
    }

    /// All optimizers, each once; the one for all other weights comes last.
    List<Optimizer<?>> all() {
        var all = new LinkedHashSet<Optimizer<?>>(optimizerMap.values());
        all.add(defaultOptimizer);
        return List.copyOf(all);
    }

    @Override
    public String module() {
        return "keras.optimizers";
    }
}
