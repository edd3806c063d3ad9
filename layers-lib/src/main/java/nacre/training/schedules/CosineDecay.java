package nacre.training.schedules;

import nacre.layers.Arguments;
import nacre.training.Schedule;
import org.jspecify.annotations.Nullable;

/// Falls along half a cosine wave, slowly at both ends, if wanted after a warm-up on a line:
///
/// `initial · ((1 - alpha) · (1 + cos(π · step / decaySteps)) / 2 + alpha)`
///
/// ```java
/// new CosineDecay(0.1, 20).at(10)   // 0.05
/// new CosineDecay(0, 20).warmup(1, 10).at(5)   // 0.5
/// ```
///
/// Source: Loshchilov and Hutter, SGDR (2016); [Keras,
/// CosineDecay](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param initialLearningRate the rate at the beginning
/// @param decaySteps in how many steps, not counting the warm-up, the end is reached
/// @param alpha the rate at the end, as a share of that at the beginning; default 0
/// @param name the name in configs
/// @param warmupTarget the rate at the end of the warm-up; default none: no warm-up
/// @param warmupSteps how many steps the warm-up has; default 0
public record CosineDecay(
        double initialLearningRate,
        int decaySteps,
        double alpha,
        String name,
        @Nullable Double warmupTarget,
        int warmupSteps)
        implements Schedule {
    public CosineDecay {
        Arguments.positive("decaySteps", decaySteps);
        Arguments.notNegative("warmupSteps", warmupSteps);
    }

    /// To 0, without a warm-up.
    public CosineDecay(double initialLearningRate, int decaySteps) {
        this(initialLearningRate, decaySteps, 0, "CosineDecay", null, 0);
    }

    /// The rate at the end, as a share of that at the beginning; default 0.
    public CosineDecay alpha(double share) {
        return new CosineDecay(
                initialLearningRate, decaySteps, share, name, warmupTarget, warmupSteps);
    }

    /// With a warm-up to a rate, in some steps; default none.
    public CosineDecay warmup(double target, int steps) {
        return new CosineDecay(initialLearningRate, decaySteps, alpha, name, target, steps);
    }

    @Override
    public double at(long step) {
        if (warmupTarget == null) {
            return decayed(step, initialLearningRate);
        }
        if (step < warmupSteps) {
            return initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps;
        }
        return decayed(step - warmupSteps, warmupTarget);
    }

    private double decayed(long step, double from) {
        double done = (double) Math.min(step, decaySteps) / decaySteps;
        return from * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * done)) + alpha);
    }
}
