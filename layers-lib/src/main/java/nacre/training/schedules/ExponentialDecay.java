package nacre.training.schedules;

import nacre.layers.Arguments;
import nacre.training.Schedule;

/// Falls by the same factor in each unit of steps: `initial · decayRate^(step / decaySteps)`.
///
/// ```java
/// new ExponentialDecay(0.1, 10, 0.5).at(20)   // 0.025
/// ```
///
/// Source: [Keras, ExponentialDecay](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param initialLearningRate the rate at the beginning
/// @param decaySteps how many steps make a unit
/// @param decayRate how much a unit changes the rate
/// @param staircase whether only whole units count; default false
/// @param name the name in configs
public record ExponentialDecay(
        double initialLearningRate,
        int decaySteps,
        double decayRate,
        boolean staircase,
        String name)
        implements Schedule {
    public ExponentialDecay {
        Arguments.positive("decaySteps", decaySteps);
    }

    /// Without steps in the curve.
    public ExponentialDecay(double initialLearningRate, int decaySteps, double decayRate) {
        this(initialLearningRate, decaySteps, decayRate, false, "ExponentialDecay");
    }

    /// Whether only whole units count; default false.
    public ExponentialDecay staircase(boolean on) {
        return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, on, name);
    }

    @Override
    public double at(long step) {
        double units = (double) step / decaySteps;
        double counted = staircase ? Math.floor(units) : units;
        return initialLearningRate * Math.pow(decayRate, counted);
    }
}
