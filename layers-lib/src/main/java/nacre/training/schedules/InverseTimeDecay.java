package nacre.training.schedules;

import nacre.layers.Arguments;
import nacre.training.Schedule;

/// Falls ever more slowly: `initial / (1 + decayRate · step / decaySteps)`.
///
/// ```java
/// new InverseTimeDecay(0.1, 10, 1).at(10)   // 0.05
/// ```
///
/// Source: [Keras, InverseTimeDecay](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param initialLearningRate the rate at the beginning
/// @param decaySteps how many steps make a unit
/// @param decayRate how much a unit changes the rate
/// @param staircase whether only whole units count; default false
/// @param name the name in configs
public record InverseTimeDecay(
        double initialLearningRate,
        int decaySteps,
        double decayRate,
        boolean staircase,
        String name)
        implements Schedule {
    public InverseTimeDecay {
        Arguments.positive("decaySteps", decaySteps);
    }

    /// Without steps in the curve.
    public InverseTimeDecay(double initialLearningRate, int decaySteps, double decayRate) {
        this(initialLearningRate, decaySteps, decayRate, false, "InverseTimeDecay");
    }

    /// Whether only whole units count; default false.
    public InverseTimeDecay staircase(boolean on) {
        return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, on, name);
    }

    @Override
    public double at(long step) {
        double units = (double) step / decaySteps;
        double counted = staircase ? Math.floor(units) : units;
        return initialLearningRate / (1 + decayRate * counted);
    }
}
