package nacre.training.schedules;

import nacre.layers.Arguments;
import nacre.training.Schedule;

/// Falls to an end in a given number of steps, on a line or curve:
///
/// `(initial - end) · (1 - step / decaySteps)^power + end`
///
/// ```java
/// new PolynomialDecay(1, 10).endLearningRate(0).at(5)   // 0.5
/// ```
///
/// Source: [Keras, PolynomialDecay](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param initialLearningRate the rate at the beginning
/// @param decaySteps in how many steps the end is reached
/// @param endLearningRate the rate at the end; default 0.0001
/// @param power the shape of the curve; default 1: a line
/// @param cycle whether it begins anew, with more steps, when the end is reached; default false
/// @param name the name in configs
public record PolynomialDecay(
        double initialLearningRate,
        int decaySteps,
        double endLearningRate,
        double power,
        boolean cycle,
        String name)
        implements Schedule {
    public PolynomialDecay {
        Arguments.positive("decaySteps", decaySteps);
    }

    /// On a line to 0.0001.
    public PolynomialDecay(double initialLearningRate, int decaySteps) {
        this(initialLearningRate, decaySteps, 0.0001, 1, false, "PolynomialDecay");
    }

    /// The rate at the end; default 0.0001.
    public PolynomialDecay endLearningRate(double rate) {
        return new PolynomialDecay(initialLearningRate, decaySteps, rate, power, cycle, name);
    }

    /// The shape of the curve; default 1: a line.
    public PolynomialDecay power(double exponent) {
        return new PolynomialDecay(
                initialLearningRate, decaySteps, endLearningRate, exponent, cycle, name);
    }

    /// Whether it begins anew, with more steps, when the end is reached; default false.
    public PolynomialDecay cycle(boolean on) {
        return new PolynomialDecay(
                initialLearningRate, decaySteps, endLearningRate, power, on, name);
    }

    @Override
    public double at(long step) {
        double steps =
                cycle
                        ? decaySteps * Math.max(1, Math.ceil((double) step / decaySteps))
                        : decaySteps;
        double done = Math.min(step, steps) / steps;
        return (initialLearningRate - endLearningRate) * Math.pow(1 - done, power)
                + endLearningRate;
    }
}
