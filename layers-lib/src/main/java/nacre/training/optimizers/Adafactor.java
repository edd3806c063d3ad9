package nacre.training.optimizers;

import java.util.List;
import nacre.compute.Elementwise;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;

/// [Adam] that remembers little: of the mean squares of a matrix only those of its rows and
/// columns.
///
/// `w -= max(epsilon2, size(w)) · min(rate, 1 / √t) · d / max(1, size(d) / clipThreshold)`, with `d
/// = g / √v` and `size` the root of the mean square.
///
/// ```java
/// new Adafactor(0.5).clipThreshold(2).learningRate()   // 0.5
/// ```
///
/// Source: Shazeer and Stern, Adafactor: adaptive learning rates with sublinear memory cost (2018);
/// [Keras, Adafactor](https://keras.io/api/optimizers/adafactor/).
public final class Adafactor extends Optimizer<Adafactor> {
    private double beta2Decay = -0.8;
    private double epsilon1 = 1e-30;
    private double epsilon2 = 1e-3;
    private double clipThreshold = 1;
    private boolean relativeStep = true;

    /// With the default learning rate, 0.001.
    public Adafactor() {
        this(0.001);
    }

    /// With this learning rate.
    public Adafactor(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Adafactor(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How the means slow down; default -0.8.
    public Adafactor beta2Decay(double power) {
        beta2Decay = power;
        return this;
    }

    /// Added to squares; default 1e-30.
    public Adafactor epsilon1(double value) {
        epsilon1 = value;
        return this;
    }

    /// The least size that a weight counts as; default 0.001.
    public Adafactor epsilon2(double value) {
        epsilon2 = value;
        return this;
    }

    /// The greatest mean size of a step before it is scaled; default 1.
    public Adafactor clipThreshold(double limit) {
        clipThreshold = limit;
        return this;
    }

    /// Kept for Keras's files, default true; there too the learning rate falls with the root of the
    /// steps in either case.
    public Adafactor relativeStep(boolean on) {
        relativeStep = on;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("r", "c", "velocity"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        Tensor values = Tensor.wrap(w.clone(), weight.shape());
        Tensor gradient = Tensor.wrap(g.clone(), weight.shape());
        float slow = (float) (1 - Math.pow(step, beta2Decay));
        double limit = Math.min(rate, 1 / Math.sqrt(step));
        double alpha = Math.max(epsilon2, size(values)) * limit;
        Tensor squares = gradient.square().add((float) epsilon1);
        Tensor velocity;
        if (weight.shape().rank() >= 2) {
            Tensor rows = mix(state[0], slow, squares.mean(-1));
            Tensor columns = mix(state[1], slow, squares.mean(-2));
            velocity = rows.div(rows.meanKeep(-1)).expandDims(-1).mul(columns.expandDims(-2));
            System.arraycopy(velocity.data(), 0, state[2], 0, w.length);
        } else {
            velocity = mix(state[2], slow, squares);
        }
        Tensor move = gradient.div(velocity.sqrt());
        double scale = alpha / Math.max(1, size(move) / clipThreshold);
        Elementwise.fma(move.data(), 0, (float) -scale, w, 0, w.length);
    }

    @Override
    protected Shape slotShape(String slot, Weight weight) {
        Shape shape = weight.shape();
        return switch (slot) {
            case "r" -> shape.rank() < 2 ? Shape.SCALAR : shape.drop(-1);
            case "c" -> shape.rank() < 2 ? Shape.SCALAR : shape.drop(-2);
            default -> shape;
        };
    }

    /// `slow · mean + (1 - slow) · now`, kept.
    private static Tensor mix(float[] mean, float slow, Tensor now) {
        float[] values = now.data();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = slow * mean[i] + (1 - slow) * values[i];
        }
        return Tensor.wrap(mean.clone(), now.shape());
    }

    /// The root of the mean square.
    private static double size(Tensor x) {
        return Math.sqrt(x.square().mean().item());
    }
}
