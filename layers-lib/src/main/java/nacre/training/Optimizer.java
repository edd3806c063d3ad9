package nacre.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nacre.compute.Elementwise;
import nacre.layers.Arguments;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Gradients;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// How weights follow their gradients, step by step, and what all ways of doing so have in common.
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
public abstract class Optimizer<S extends Optimizer<S>> implements Serializable {
    private String name = Names.snake(getClass().getSimpleName());
    private Object learningRate;
    private @Nullable Double weightDecay;
    private @Nullable Double clipnorm;
    private @Nullable Double globalClipnorm;
    private @Nullable Double clipvalue;
    private boolean useEma;
    private double emaMomentum = 0.99;
    private @Nullable Integer emaOverwriteFrequency;
    private @Nullable Double lossScaleFactor;
    private @Nullable Integer gradientAccumulationSteps;

    private transient long batches;
    private transient List<Pattern> undecayed = List.of();
    private final transient OptimizerState state = new OptimizerState(this);

    /// An optimizer with a fixed learning rate.
    protected Optimizer(double learningRate) {
        this.learningRate = float32(learningRate);
    }

    /// Keras keeps a rate as a 32-bit float, and its configs show that.
    private static double float32(double rate) {
        return (float) Arguments.notNegative("learningRate", rate);
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
        List<float[]> clipped = new Clipping(clipnorm, globalClipnorm, clipvalue).apply(gradients);
        float rate = (float) learningRate();
        long step = iterations() + 1;
        beginStep(step);
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            float[] w = weight.update();
            Double decay = decayOf(weight);
            if (decay != null
                    && undecayed.stream().noneMatch(name -> name.matcher(weight.name()).find())) {
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

    // --- options

    @SuppressWarnings("unchecked") // S is the optimizer's own class
    private S self() {
        return (S) this;
    }

    /// The learning rate of the next step.
    public double learningRate() {
        return learningRate instanceof Schedule schedule
                ? schedule.at(batches)
                : (double) learningRate;
    }

    /// Changes the learning rate, also in the middle of training; not if it follows a schedule.
    public S learningRate(double rate) {
        if (learningRate instanceof Schedule schedule) {
            throw new IllegalStateException(
                    "The learning rate follows %s and cannot be set to %s. Give the optimizer a fixed one from the beginning, or another schedule."
                            .formatted(schedule.getClass().getSimpleName(), rate));
        }
        learningRate = float32(rate);
        return self();
    }

    /// A learning rate that changes with the steps.
    public S learningRate(Schedule schedule) {
        learningRate = schedule;
        return self();
    }

    /// The learning rate from a config: a number, or the config of a schedule.
    @SuppressWarnings("UnusedMethod") // found by its name when an optimizer is made from its config
    private S learningRate(Object rate) {
        if (rate instanceof String) {
            throw new IllegalArgumentException(
                    "`learningRate` must be a number or a schedule such as new CosineDecay(0.1, 1000); got \""
                            + rate
                            + "\".");
        }
        return rate instanceof Number number
                ? learningRate(number.doubleValue())
                : learningRate(Schedule.of(rate));
    }

    /// How much of each weight is taken away in each step, in learning rates; default none.
    public S weightDecay(double value) {
        weightDecay = Arguments.notNegative("weightDecay", value);
        return self();
    }

    /// Leaves weights alone whose names contain one of these patterns, such as `bias`, when weights
    /// decay.
    public S excludeFromWeightDecay(String... names) {
        undecayed = Stream.of(names).map(Pattern::compile).toList();
        return self();
    }

    /// The greatest length of each gradient; longer ones are shortened. Default none.
    public S clipnorm(double value) {
        clipnorm = Arguments.notNegative("clipnorm", value);
        return onlyOneLimit();
    }

    /// The greatest length of all gradients together; default none.
    public S globalClipnorm(double value) {
        globalClipnorm = Arguments.notNegative("globalClipnorm", value);
        return onlyOneLimit();
    }

    /// The greatest size of each number of a gradient; default none.
    public S clipvalue(double value) {
        clipvalue = Arguments.notNegative("clipvalue", value);
        return onlyOneLimit();
    }

    private S onlyOneLimit() {
        int limits =
                (clipnorm == null ? 0 : 1)
                        + (globalClipnorm == null ? 0 : 1)
                        + (clipvalue == null ? 0 : 1);
        if (limits > 1) {
            throw new IllegalArgumentException(
                    "Only one of `clipnorm`, `globalClipnorm` and `clipvalue` can be set; got "
                            + clipnorm
                            + ", "
                            + globalClipnorm
                            + " and "
                            + clipvalue
                            + ".");
        }
        return self();
    }

    /// Whether a running average of each weight is kept, which it takes on at the end of training;
    /// default false.
    public S useEma(boolean on) {
        useEma = on;
        return self();
    }

    /// How slowly averages move; default 0.99.
    public S emaMomentum(double share) {
        emaMomentum = Arguments.share("emaMomentum", share);
        return self();
    }

    /// After how many updates each time weights take on their averages; default never before the
    /// end.
    public S emaOverwriteFrequency(int updates) {
        emaOverwriteFrequency = Arguments.positive("emaOverwriteFrequency", updates);
        return self();
    }

    /// By what the loss is multiplied and gradients are divided; default none. Needed only for
    /// 16-bit numbers.
    public S lossScaleFactor(double factor) {
        lossScaleFactor = factor;
        return self();
    }

    /// How many batches are brought together in one update; default each has its own.
    public S gradientAccumulationSteps(int steps) {
        if (steps < 2) {
            throw new IllegalArgumentException(
                    "`gradientAccumulationSteps` must be 2 or more; got " + steps + ".");
        }
        gradientAccumulationSteps = steps;
        return self();
    }

    /// The name in configs.
    public final String name() {
        return name;
    }

    /// Another name.
    public S name(String newName) {
        name = newName;
        return self();
    }

    // --- config

    @Override
    public Config getConfig() {
        return Configs.of(this);
    }

    /// An optimizer by Keras's name, by its config, or itself.
    public static Optimizer<?> of(Object identifier) {
        return Serializable.make(Optimizer.class, identifier);
    }

    @Override
    public String module() {
        return "keras.optimizers";
    }
}
