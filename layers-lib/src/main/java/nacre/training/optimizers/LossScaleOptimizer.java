package nacre.training.optimizers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.layers.config.Config;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;

/// Lets another optimizer work with gradients of a loss made larger, so that none is too small for
/// 16-bit numbers; the scale halves whenever a gradient overflows, and such a step is left out.
///
/// Here all numbers have 32 bits, so that it changes nothing but overflows; files of Keras may ask
/// for it.
///
/// ```java
/// new LossScaleOptimizer(new SGD(0.5)).initialScale(1024).dynamicScale()   // 1024.0
/// ```
///
/// Source: [Keras, LossScaleOptimizer](https://keras.io/api/optimizers/loss_scale_optimizer/).
public final class LossScaleOptimizer extends Optimizer<LossScaleOptimizer> {
    private static final int OWN = 4; // variables

    private final Optimizer<?> innerOptimizer;
    private double initialScale = 32768;
    private int dynamicGrowthSteps = 2000;

    private transient double scale;
    private transient int good;

    /// Around this optimizer.
    public LossScaleOptimizer(Optimizer<?> innerOptimizer) {
        super(0);
        this.innerOptimizer = innerOptimizer;
    }

    /// The scale at the beginning; default 32768.
    public LossScaleOptimizer initialScale(double factor) {
        initialScale = factor;
        return this;
    }

    /// After how many good steps the scale doubles; default 2000.
    public LossScaleOptimizer dynamicGrowthSteps(int steps) {
        dynamicGrowthSteps = Arguments.positive("dynamicGrowthSteps", steps);
        return this;
    }

    /// The present scale.
    public double dynamicScale() {
        return scale == 0 ? initialScale : scale;
    }

    @Override
    public Tensor scaleLoss(Tensor loss) {
        return loss.mul((float) dynamicScale());
    }

    @Override
    public void build(List<Weight> weights) {
        innerOptimizer.build(weights);
    }

    @Override
    public void apply(List<Weight> weights, List<float[]> gradients) {
        double now = dynamicScale();
        if (!gradients.stream().allMatch(LossScaleOptimizer::isFinite)) {
            scale = now / 2;
            good = 0;
            return;
        }
        innerOptimizer.apply(weights, gradients.stream().map(g -> divided(g, now)).toList());
        good++;
        scale = good == dynamicGrowthSteps ? now * 2 : now;
        good %= dynamicGrowthSteps;
    }

    private static boolean isFinite(float... g) {
        for (float x : g) {
            if (!Float.isFinite(x)) {
                return false;
            }
        }
        return true;
    }

    private static float[] divided(float[] g, double by) {
        float[] result = Tape.array(g.length);
        for (int i = 0; i < g.length; i++) {
            result[i] = (float) (g[i] / by);
        }
        return result;
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        throw new IllegalStateException("the optimizer inside makes the steps");
    }

    @Override
    public double learningRate() {
        return innerOptimizer.learningRate();
    }

    @Override
    public LossScaleOptimizer learningRate(double rate) {
        innerOptimizer.learningRate(rate);
        return this;
    }

    @Override
    public long iterations() {
        return innerOptimizer.iterations();
    }

    @Override
    public boolean started() {
        return innerOptimizer.started();
    }

    @Override
    public void finalizeVariableValues() {
        innerOptimizer.finalizeVariableValues();
    }

    @Override
    public void swapAverages() {
        innerOptimizer.swapAverages();
    }

    @Override
    public void averagesFromWeights() {
        innerOptimizer.averagesFromWeights();
    }

    @Override
    public Map<String, Optimizer<?>> parts() {
        return Map.of("inner_optimizer", innerOptimizer);
    }

    /// The number of batches and the learning rate, which are those of the optimizer inside and 0
    /// here; what this one has itself; what the one inside has.
    @Override
    public List<Tensor> variables() {
        var variables =
                new ArrayList<>(
                        List.of(
                                Tensor.of(0),
                                Tensor.of(0),
                                Tensor.of(good),
                                Tensor.of((float) dynamicScale())));
        variables.addAll(innerOptimizer.variables());
        return variables;
    }

    @Override
    public void setVariables(List<Tensor> values) {
        innerOptimizer.setVariables(values.subList(OWN, values.size()));
        good = (int) values.get(2).item();
        scale = values.get(3).item();
    }

    @Override
    public Config getConfig() { // the options of all optimizers are those of the one inside
        Config config = super.getConfig();
        config.keySet()
                .retainAll(
                        List.of(
                                "name",
                                "inner_optimizer",
                                "initial_scale",
                                "dynamic_growth_steps"));
        return config;
    }
}
