package nacre.training.optimizers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.config.Config;
import nacre.layers.config.Names;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;

/// Lets several optimizers train one model, each its own weights: a network that is already good
/// with small steps, and the new layers on top of it with large ones.
///
/// ```java
/// var small = new SGD(1e-4);
/// var model = Sequential.of(Input.of(4), new Dense(8).name("old"), new Dense(1).name("new"));
/// model.compile(new MultiOptimizer(new OptimizerMap(new Adam()).put(".*/old/.*", small)), "mse");
/// ```
///
/// Rates are set on the optimizers themselves.
///
/// Source: [Keras, MultiOptimizer](https://keras.io/api/optimizers/).
public final class MultiOptimizer extends Optimizer<MultiOptimizer> {
    private static final int OWN = 2; // variables: the number of batches, and a rate that is 0

    private final OptimizerMap optimizerMap;

    private transient long batches;

    /// With the optimizers of this map.
    public MultiOptimizer(OptimizerMap optimizerMap) {
        super(0);
        this.optimizerMap = optimizerMap;
        for (Optimizer<?> inner : optimizers()) {
            if (inner.getConfig().get("loss_scale_factor") != null) {
                inner.lossScaleFactor(1); // the loss is made larger here or not at all
            }
        }
    }

    /// The optimizers, each once.
    public List<Optimizer<?>> optimizers() {
        return optimizerMap.all();
    }

    @Override
    public MultiOptimizer lossScaleFactor(double factor) {
        optimizers().forEach(inner -> inner.lossScaleFactor(factor));
        return super.lossScaleFactor(factor);
    }

    @Override
    public void build(List<Weight> weights) {
        Map<Optimizer<?>, List<Weight>> parts = new LinkedHashMap<>();
        for (Weight weight : weights) {
            parts.computeIfAbsent(optimizerMap.get(weight), _ -> new ArrayList<>()).add(weight);
        }
        parts.forEach(Optimizer::build);
    }

    @Override
    public void apply(List<Weight> weights, List<float[]> gradients) {
        for (Optimizer<?> inner : optimizers()) {
            var own = new ArrayList<Weight>();
            var ownGradients = new ArrayList<float[]>();
            for (int i = 0; i < weights.size(); i++) {
                if (optimizerMap.get(weights.get(i)) == inner) {
                    own.add(weights.get(i));
                    ownGradients.add(gradients.get(i));
                }
            }
            if (!own.isEmpty()) {
                inner.apply(own, ownGradients);
            }
        }
        batches++;
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        throw new IllegalStateException("the optimizers inside make the steps");
    }

    @Override
    public double learningRate() {
        throw noRate();
    }

    @Override
    public MultiOptimizer learningRate(double rate) {
        throw noRate();
    }

    private static IllegalStateException noRate() {
        return new IllegalStateException(
                "A MultiOptimizer has no learning rate of its own; ask its optimizers(), one by one.");
    }

    @Override
    public long iterations() {
        return batches;
    }

    @Override
    public boolean started() {
        return batches > 0;
    }

    @Override
    public void finalizeVariableValues() {
        optimizers().forEach(Optimizer::finalizeVariableValues);
    }

    @Override
    public List<Tensor> variables() {
        var variables = new ArrayList<>(List.of(Tensor.of(batches), Tensor.of(0)));
        optimizers().forEach(inner -> variables.addAll(inner.variables()));
        return variables;
    }

    @Override
    public void setVariables(List<Tensor> values) {
        batches = (long) values.get(0).item();
        int at = OWN;
        for (Optimizer<?> inner : optimizers()) {
            int next = at + inner.variables().size();
            inner.setVariables(values.subList(at, next));
            at = next;
        }
    }

    @Override
    public Map<String, Optimizer<?>> parts() {
        var parts = new LinkedHashMap<String, Optimizer<?>>();
        var used = new HashMap<String, Integer>();
        for (Optimizer<?> inner : optimizers()) {
            String base = Names.snake(inner.className());
            int before = used.merge(base, 1, Integer::sum) - 1;
            parts.put("optimizers/" + (before == 0 ? base : base + "_" + before), inner);
        }
        return parts;
    }

    @Override
    public Config getConfig() { // the other options are those of the optimizers inside
        Config config = super.getConfig();
        config.keySet().retainAll(List.of("optimizer_map", "loss_scale_factor", "name"));
        return config;
    }
}
