package nacre.training.optimizers;

import java.util.Arrays;
import java.util.List;
import nacre.layers.Arguments;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// Follow the regularized leader: keeps weights at exactly 0 that do not earn their price; for
/// large, sparse models.
///
/// With `a` the sum of all `g²` and `p = -learningRatePower`: `z += g - (a_newᵖ - a_oldᵖ) / rate ·
/// w`, `w = (clip(z, -l1, l1) - z) / (aᵖ / rate + 2 · l2)`.
///
/// ```java
/// new Ftrl(0.5).l1RegularizationStrength(0.1).learningRate()   // 0.5
/// ```
///
/// Source: McMahan et al., Ad click prediction (2013); [Keras,
/// Ftrl](https://keras.io/api/optimizers/ftrl/).
public final class Ftrl extends Optimizer<Ftrl> {
    private double learningRatePower = -0.5;
    private double initialAccumulatorValue = 0.1;
    private double l1RegularizationStrength;
    private double l2RegularizationStrength;
    private double l2ShrinkageRegularizationStrength;
    private double beta;

    /// With the default learning rate, 0.001.
    public Ftrl() {
        this(0.001);
    }

    /// With this learning rate.
    public Ftrl(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Ftrl(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How the learning rate falls, 0 or less; default -0.5.
    public Ftrl learningRatePower(double power) {
        if (!(power <= 0)) {
            throw new IllegalArgumentException(
                    "`learningRatePower` must be 0 or less; got " + power + ".");
        }
        learningRatePower = power;
        return this;
    }

    /// What the sum of squares begins with; default 0.1.
    public Ftrl initialAccumulatorValue(double value) {
        initialAccumulatorValue = Arguments.notNegative("initialAccumulatorValue", value);
        return this;
    }

    /// The price of sizes; default 0.
    public Ftrl l1RegularizationStrength(double price) {
        l1RegularizationStrength = Arguments.notNegative("l1RegularizationStrength", price);
        return this;
    }

    /// The price of squares; default 0.
    public Ftrl l2RegularizationStrength(double price) {
        l2RegularizationStrength = Arguments.notNegative("l2RegularizationStrength", price);
        return this;
    }

    /// The price of squares, as part of the gradient; default 0.
    public Ftrl l2ShrinkageRegularizationStrength(double price) {
        l2ShrinkageRegularizationStrength =
                Arguments.notNegative("l2ShrinkageRegularizationStrength", price);
        return this;
    }

    /// Makes the first steps smaller; default 0.
    public Ftrl beta(double value) {
        beta = value;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("accumulator", "linear"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        float[] sums = state[0];
        float[] linear = state[1];
        double l1 = l1RegularizationStrength;
        double l2 = l2RegularizationStrength + beta / (2 * rate);
        for (int i = 0; i < w.length; i++) {
            double before = Math.pow(sums[i], -learningRatePower);
            sums[i] += g[i] * g[i];
            double after = Math.pow(sums[i], -learningRatePower);
            double priced = g[i] + 2 * l2ShrinkageRegularizationStrength * w[i];
            linear[i] += (float) (priced - (after - before) / rate * w[i]);
            w[i] = (float) ((Math.clamp(linear[i], -l1, l1) - linear[i]) / (after / rate + 2 * l2));
        }
    }

    @Override
    protected void fillSlots(float[][] slots, float[] w) {
        Arrays.fill(slots[0], (float) initialAccumulatorValue);
    }
}
