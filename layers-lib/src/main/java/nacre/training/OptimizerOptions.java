package nacre.training;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nacre.layers.Arguments;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What can be said to every optimizer: its learning rate, limits for gradients, averages of
/// weights. How it moves weights is in [Optimizer].
///
/// ```java
/// new nacre.training.optimizers.SGD(0.1).clipnorm(1).name("slow").name()   // slow
/// ```
///
/// Source: [Keras, optimizers](https://keras.io/api/optimizers/).
///
/// @param <S> the optimizer's own class, which every option gives back
public abstract class OptimizerOptions<S extends Optimizer<S>> implements Serializable {
    private String name = Names.snake(getClass().getSimpleName());
    Object learningRate;
    @Nullable Double weightDecay;
    private @Nullable Double clipnorm;
    private @Nullable Double globalClipnorm;
    private @Nullable Double clipvalue;
    boolean useEma;
    double emaMomentum = 0.99;
    @Nullable Integer emaOverwriteFrequency;
    @Nullable Double lossScaleFactor;
    @Nullable Integer gradientAccumulationSteps;

    private transient List<Pattern> undecayed = List.of();

    OptimizerOptions(double learningRate) {
        this.learningRate = float32(learningRate);
    }

    /// Keras keeps a rate as a 32-bit float, and its configs show that.
    private static double float32(double rate) {
        return (float) Arguments.notNegative("learningRate", rate);
    }

    /// This optimizer, which every option gives back.
    @SuppressWarnings("unchecked") // S is the optimizer's own class
    protected final S self() {
        return (S) this;
    }

    // --- for the step

    final Clipping clipping() {
        return new Clipping(clipnorm, globalClipnorm, clipvalue);
    }

    final boolean decays(Weight weight) {
        return undecayed.stream().noneMatch(pattern -> pattern.matcher(weight.name()).find());
    }

    // --- options

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

    @Override
    public String module() {
        return "keras.optimizers";
    }
}
