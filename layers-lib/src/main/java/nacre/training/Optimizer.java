package nacre.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nacre.compute.Elementwise;
import nacre.layers.config.Serializable;
import nacre.tensor.Gradients;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// How weights follow their gradients, step by step; what can be said to all ways of doing so is in
/// [OptimizerOptions].
///
/// An optimizer of your own overrides [#step], and [#slots] if it remembers something for each
/// weight:
///
/// ```java
/// class Downhill extends Optimizer<Downhill> {
///     Downhill() { super(0.5); }
///     protected void step(Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
///         for (int i = 0; i < w.length; i++) w[i] -= rate * g[i];
///     }
/// }
/// new Downhill().learningRate()   // 0.5
/// ```
///
/// Source: [Keras, optimizers](https://keras.io/api/optimizers/).
///
/// @param <S> the optimizer's own class, which every option gives back
public abstract class Optimizer<S extends Optimizer<S>> extends OptimizerOptions<S> {
    private transient long batches;
    private final transient OptimizerState state = new OptimizerState(this);

    /// An optimizer with a fixed learning rate.
    protected Optimizer(double learningRate) {
        super(learningRate);
    }

    // --- what an optimizer says

    /// Moves a weight by one step, counted from 1: changes its numbers `w` and its slots, by its
    /// gradient `g`.
    protected abstract void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step);

    /// What it remembers for each weight, such as moments; in files, slots of one list lie together
    /// for each weight.
    protected List<List<String>> slots() {
        return List.of();
    }

    /// The shape of a slot; null: this weight has none. The weight's own shape unless it says
    /// otherwise.
    protected @Nullable Shape slotShape(String slot, Weight weight) {
        return weight.shape();
    }

    /// The first values of the slots of a weight; zeros unless it says otherwise.
    protected void fillSlots(float[][] slots, float[] w) {}

    /// What it remembers beside the slots, for all weights together.
    protected List<float[]> common() {
        return List.of();
    }

    /// Called before the weights are moved, with the number of the step, counted from 1.
    protected void beginStep(long step) {}

    /// How much of a weight is taken away in each step, in learning rates, or null.
    protected @Nullable Double decayOf(Weight weight) {
        return weightDecay;
    }

    // --- the step of all weights

    /// Moves each weight against its gradient; weights that the loss does not depend on stay.
    public final void apply(List<Weight> weights, Gradients gradients) {
        var moved = new ArrayList<Weight>(weights.size());
        var arrays = new ArrayList<float[]>(weights.size());
        for (Weight weight : weights) {
            if (gradients.has(weight)) {
                moved.add(weight);
                arrays.add(gradients.of(weight).data());
            }
        }
        build(weights);
        apply(moved, arrays);
    }

    /// Moves each weight against the gradient given for it.
    public void apply(List<Weight> weights, List<float[]> gradients) {
        build(weights);
        List<float[]> scaled =
                lossScaleFactor == null
                        ? gradients
                        : Clipping.scaled(gradients, 1 / lossScaleFactor);
        if (gradientAccumulationSteps == null) {
            update(weights, scaled);
        } else {
            state.accumulate(weights, scaled);
            if ((batches + 1) % gradientAccumulationSteps == 0) {
                update(weights, state.takeAccumulated(weights, gradientAccumulationSteps));
            }
        }
        if (useEma) {
            boolean first = iterations() == 0;
            state.average(first ? 0 : (float) emaMomentum);
            if (emaOverwriteFrequency != null && (iterations() + 1) % emaOverwriteFrequency == 0) {
                state.useAverages();
            }
        }
        constrain(weights);
        batches++;
    }

    private void update(List<Weight> weights, List<float[]> gradients) {
        List<float[]> clipped = clipping().apply(gradients);
        float rate = (float) learningRate();
        long step = iterations() + 1;
        beginStep(step);
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            float[] w = weight.update();
            Double decay = decayOf(weight);
            if (decay != null && decays(weight)) {
                Elementwise.fma(w, 0, (float) (-rate * decay), w, 0, w.length);
            }
            step(weight, w, clipped.get(i), state.slots(weight), rate, step);
        }
    }

    /// Brings weights back to their limits; last of all, so that averages have seen them as they
    /// were.
    private static void constrain(List<Weight> weights) {
        for (Weight weight : weights) {
            UnaryOperator<Tensor> constraint = weight.constraint();
            if (constraint != null) {
                weight.assign(constraint.apply(weight.tensor().detach()));
            }
        }
    }

    /// Makes room for what is remembered of these weights, if that has not happened yet.
    public void build(List<Weight> weights) {
        state.build(weights, useEma, gradientAccumulationSteps != null);
    }

    /// The loss as gradients are taken of it: larger by the loss scale factor, if there is one.
    public Tensor scaleLoss(Tensor loss) {
        return lossScaleFactor == null ? loss : loss.mul(lossScaleFactor.floatValue());
    }

    /// The learning rate of the next step.
    public double learningRate() {
        return learningRate instanceof Schedule schedule
                ? schedule.at(batches)
                : (double) learningRate;
    }

    /// How many updates there were.
    public long iterations() {
        return gradientAccumulationSteps == null ? batches : batches / gradientAccumulationSteps;
    }

    /// Whether it has seen a batch.
    public boolean started() {
        return batches > 0;
    }

    /// The end of training: with `useEma` weights take on their averages.
    public void finalizeVariableValues() {
        if (useEma) {
            state.useAverages();
        }
    }

    /// Exchanges weights and their averages, which `useEma` keeps.
    public void swapAverages() {
        if (!useEma) {
            throw new IllegalStateException(
                    "There are no averages of weights: set useEma(true) on the optimizer.");
        }
        state.swapAverages();
    }

    /// Makes the weights' present values their averages.
    public void averagesFromWeights() {
        state.average(0);
    }

    /// All it remembers, in Keras's order: the number of batches, the learning rate, averages,
    /// gradients gathered so far, slots.
    public List<Tensor> variables() {
        var variables = new ArrayList<Tensor>();
        variables.add(Tensor.of(batches));
        if (learningRate instanceof Double) {
            variables.add(Tensor.of((float) learningRate()));
        }
        variables.addAll(state.variables());
        return variables;
    }

    /// Remembers what [#variables] gave; [#build] comes first.
    public void setVariables(List<Tensor> values) {
        boolean rated = learningRate instanceof Double;
        int own = rated ? 2 : 1;
        state.setVariables(values.subList(Math.min(own, values.size()), values.size()));
        batches = (long) values.get(0).item();
        if (rated) {
            learningRate = (double) values.get(1).item();
        }
    }

    /// Optimizers inside, by the names that files have for them.
    public Map<String, Optimizer<?>> parts() {
        return Map.of();
    }

    /// An optimizer by Keras's name, by its config, or itself.
    public static Optimizer<?> of(Object identifier) {
        return Serializable.make(Optimizer.class, identifier);
    }

    @Override
    public String toString() {
        return "%s \"%s\", learning rate %s"
                .formatted(getClass().getSimpleName(), name(), (float) learningRate());
    }
}
