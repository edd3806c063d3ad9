package nacre.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nacre.compute.Elementwise;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Gradients;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// How weights follow their gradients, step by step, and what all ways of doing so have in common.
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

    private transient long iterations;
    private final transient Map<Weight, float[][]> slots = new LinkedHashMap<>();

    /// An optimizer with a fixed learning rate.
    protected Optimizer(double learningRate) {
        this.learningRate = (double) (float) learningRate; // Keras keeps it as a 32-bit float
    }

    // --- what an optimizer says

    /// How many arrays it keeps for each weight, such as moments.
    protected abstract int slotCount();

    /// The first values of the arrays for a weight; zeros unless it says otherwise.
    protected void fillSlots(float[][] arrays, float[] weight) {}

    /// Moves a weight by one step: changes `w` and its slots, which lie in arrays of the same
    /// length.
    protected abstract void step(float[] w, float[] g, float[][] state, float rate, long step);

    // --- the step of all weights

    /// Moves each weight against its gradient; weights that the loss does not depend on stay.
    public final void apply(List<Weight> weights, Gradients gradients) {
        List<Weight> moved = weights.stream().filter(gradients::has).toList();
        var arrays = new ArrayList<float[]>();
        for (Weight weight : moved) {
            arrays.add(gradients.of(weight).data());
        }
        apply(moved, arrays, weights);
    }

    /// Moves each weight against the gradient given for it; `all` have slots, moved or not.
    final void apply(List<Weight> weights, List<float[]> gradients, List<Weight> all) {
        all.forEach(this::state);
        List<float[]> clipped = new Clipping(clipnorm, globalClipnorm, clipvalue).apply(gradients);
        float rate = (float) learningRate();
        long step = ++iterations;
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            float[] w = weight.update();
            if (weightDecay != null) {
                Elementwise.fma(w, 0, (float) (-rate * weightDecay), w, 0, w.length);
            }
            step(w, clipped.get(i), state(weight), rate, step);
            if (weight.constraint() != null) {
                weight.assign(
                        Objects.requireNonNull(weight.constraint())
                                .apply(weight.tensor().detach()));
            }
        }
    }

    private float[][] state(Weight weight) {
        return slots.computeIfAbsent(
                weight,
                _ -> {
                    float[][] arrays = new float[slotCount()][weight.shape().size()];
                    fillSlots(arrays, weight.tensor().data());
                    return arrays;
                });
    }

    /// How many steps were taken.
    public final long iterations() {
        return iterations;
    }

    /// The learning rate of the next step.
    public final double learningRate() {
        return learningRate instanceof Schedule schedule
                ? schedule.at(iterations)
                : (double) learningRate;
    }

    /// Changes the learning rate, also in the middle of training.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S learningRate(double rate) {
        learningRate = (double) (float) rate;
        return (S) this;
    }

    /// A learning rate that changes with the steps.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S learningRate(Schedule schedule) {
        learningRate = schedule;
        return (S) this;
    }

    /// The learning rate from a config: a number, or the config of a schedule.
    @SuppressWarnings("UnusedMethod") // found by its name when an optimizer is made from its config
    private S learningRate(Object rate) {
        return rate instanceof Number number
                ? learningRate(number.doubleValue())
                : learningRate(Schedule.of(rate));
    }

    /// How much of each weight is taken away in each step, in learning rates; default none.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S weightDecay(double value) {
        weightDecay = value;
        return (S) this;
    }

    /// The greatest length of each gradient; longer ones are shortened. Default none.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S clipnorm(double value) {
        clipnorm = value;
        return (S) this;
    }

    /// The greatest length of all gradients together; default none.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S globalClipnorm(double value) {
        globalClipnorm = value;
        return (S) this;
    }

    /// The greatest size of each number of a gradient; default none.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    public S clipvalue(double value) {
        clipvalue = value;
        return (S) this;
    }

    /// The name in configs.
    public final String name() {
        return name;
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
