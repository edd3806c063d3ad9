package nacre.training.schedules;

import nacre.layers.Arguments;
import nacre.training.Schedule;

/// Falls along half a cosine wave and starts again, each time for longer:
///
/// `initial · ((1 - alpha) · mMulⁿ · (1 + cos(π · done)) / 2 + alpha)`, where `n` waves are over
/// and `done` is how much of the present one is.
///
/// ```java
/// new CosineDecayRestarts(0.1, 7).at(7)   // 0.1
/// ```
///
/// Source: Loshchilov and Hutter, SGDR (2016); [Keras,
/// CosineDecayRestarts](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param initialLearningRate the rate at the beginning
/// @param firstDecaySteps how many steps the first wave has
/// @param tMul how many times longer each wave is than the one before; default 2
/// @param mMul how many times higher each wave is than the one before; default 1
/// @param alpha the rate at the end of a wave, as a share of that at the beginning; default 0
/// @param name the name in configs
public record CosineDecayRestarts(
        double initialLearningRate,
        int firstDecaySteps,
        double tMul,
        double mMul,
        double alpha,
        String name)
        implements Schedule {
    public CosineDecayRestarts {
        Arguments.positive("firstDecaySteps", firstDecaySteps);
    }

    /// Waves of the same height, each twice as long as the one before.
    public CosineDecayRestarts(double initialLearningRate, int firstDecaySteps) {
        this(initialLearningRate, firstDecaySteps, 2, 1, 0, "SGDRDecay");
    }

    /// How many times longer each wave is than the one before; default 2.
    public CosineDecayRestarts tMul(double factor) {
        return new CosineDecayRestarts(
                initialLearningRate, firstDecaySteps, factor, mMul, alpha, name);
    }

    /// How many times higher each wave is than the one before; default 1.
    public CosineDecayRestarts mMul(double factor) {
        return new CosineDecayRestarts(
                initialLearningRate, firstDecaySteps, tMul, factor, alpha, name);
    }

    /// The rate at the end of a wave, as a share of that at the beginning; default 0.
    public CosineDecayRestarts alpha(double share) {
        return new CosineDecayRestarts(
                initialLearningRate, firstDecaySteps, tMul, mMul, share, name);
    }

    @Override
    public double at(long step) {
        double waves = (double) step / firstDecaySteps;
        double restarts;
        double done;
        if (tMul == 1) {
            restarts = Math.floor(waves);
            done = waves - restarts;
        } else { // the waves before have 1 + tMul + tMul² + … units
            restarts = Math.floor(log(1 - waves * (1 - tMul)) / log(tMul));
            double length = Math.pow(tMul, restarts);
            done = (waves - (1 - length) / (1 - tMul)) / length;
        }
        double wave = 0.5 * Math.pow(mMul, restarts) * (1 + Math.cos(Math.PI * done));
        return initialLearningRate * ((1 - alpha) * wave + alpha);
    }

    /// As a 32-bit float, in which the logarithms of powers are whole multiples: with doubles 3⁵
    /// would be a little less than five times 3.
    private static float log(double x) {
        return (float) Math.log(x);
    }
}
