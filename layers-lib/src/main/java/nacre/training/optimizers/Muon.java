package nacre.training.optimizers;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nacre.compute.Elementwise;
import nacre.compute.Optimize;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import nacre.training.Schedule;
import org.jspecify.annotations.Nullable;

/// Moves matrices by steps made orthogonal, so that all directions in them are learnt alike;
/// everything else as [AdamW].
///
/// `m = momentum · m + g`; the step is the nearest orthogonal matrix, found by Newton and Schulz's
/// iteration `x = a · x + (b · x·xᵀ + c · (x·xᵀ)²) · x`.
///
/// ```java
/// new Muon(0.5).momentum(0.9).learningRate()   // 0.5
/// ```
///
/// Source: Liu et al., Muon is scalable for LLM training (2025); [Keras,
/// Muon](https://keras.io/api/optimizers/muon/).
public final class Muon extends Optimizer<Muon> {
    private static final float EPSILON = 1e-7f;

    private double adamBeta1 = 0.9;
    private double adamBeta2 = 0.999;
    private double epsilon = 1e-7;
    private List<String> excludeLayers = List.of();
    private double muonA = 3.4445;
    private double muonB = -4.775;
    private double muonC = 2.0315;
    private double adamLrRatio = 1;
    private double momentum = 0.95;
    private int nsSteps = 5;
    private boolean nesterov = true;
    private boolean excludeEmbeddings = true;
    private @Nullable Double adamWeightDecay = 0.004;
    private @Nullable Double rmsRate = 0.2;

    /// With the default learning rate, 0.001.
    public Muon() {
        this(0.001);
    }

    /// With this learning rate.
    public Muon(double learningRate) {
        super(learningRate);
        weightDecay(0.004);
    }

    /// With a learning rate that follows a schedule.
    public Muon(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }

    /// How slowly the mean of the gradient moves where Adam is used; default 0.9.
    public Muon adamBeta1(double share) {
        adamBeta1 = share;
        return this;
    }

    /// How slowly the mean of its square moves where Adam is used; default 0.999.
    public Muon adamBeta2(double share) {
        adamBeta2 = share;
        return this;
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public Muon epsilon(double value) {
        epsilon = value;
        return this;
    }

    /// Patterns for the places of weights that Adam is to move, such as `dense_1/`; default none.
    public Muon excludeLayers(String... patterns) {
        excludeLayers = List.of(patterns);
        return this;
    }

    /// The first factor of the iteration; default 3.4445.
    public Muon muonA(double factor) {
        muonA = factor;
        return this;
    }

    /// The second factor of the iteration; default -4.775.
    public Muon muonB(double factor) {
        muonB = factor;
        return this;
    }

    /// The third factor of the iteration; default 2.0315.
    public Muon muonC(double factor) {
        muonC = factor;
        return this;
    }

    /// By what the learning rate is multiplied where Adam is used; default 1.
    public Muon adamLrRatio(double ratio) {
        adamLrRatio = ratio;
        return this;
    }

    /// How much of the last step goes on; default 0.95.
    public Muon momentum(double share) {
        momentum = share;
        return this;
    }

    /// How many rounds the iteration has; default 5.
    public Muon nsSteps(int count) {
        nsSteps = count;
        return this;
    }

    /// Whether the step looks ahead along the momentum; default true.
    public Muon nesterov(boolean on) {
        nesterov = on;
        return this;
    }

    /// Whether Adam moves embeddings; default true.
    public Muon excludeEmbeddings(boolean on) {
        excludeEmbeddings = on;
        return this;
    }

    /// How much of a weight that Adam moves is taken away in each step; default 0.004.
    public Muon adamWeightDecay(double value) {
        adamWeightDecay = value;
        return this;
    }

    /// The mean size of a step, in learning rates; default 0.2.
    public Muon rmsRate(double value) {
        rmsRate = value;
        return this;
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(List.of("momentum", "velocity"));
    }

    @Override
    protected void step(
            Weight weight, float[] w, float[] g, float[][] state, float rate, long step) {
        if (usesAdam(weight)) {
            float alpha =
                    AdamRule.corrected((float) (rate * adamLrRatio), adamBeta1, adamBeta2, step);
            Optimize.adam(
                    w,
                    state[0],
                    state[1],
                    g,
                    w.length,
                    alpha,
                    (float) adamBeta1,
                    (float) adamBeta2,
                    (float) epsilon);
            return;
        }
        float[] m = state[0];
        float[] direction = Tape.array(w.length);
        for (int i = 0; i < w.length; i++) {
            m[i] += g[i] + m[i] * (float) (momentum - 1);
            direction[i] = nesterov ? g[i] + (float) momentum * m[i] : m[i];
        }
        double scale =
                rmsRate == null
                        ? 1
                        : Math.sqrt(Math.max(weight.shape().dim(0), weight.shape().dim(1)))
                                * rmsRate;
        float[] move = orthogonal(Tensor.wrap(direction, weight.shape())).data();
        Elementwise.fma(move, 0, (float) (-rate * scale), w, 0, w.length);
    }

    private boolean usesAdam(Weight weight) {
        return weight.shape().rank() != 2
                || (excludeEmbeddings
                        && weight.path().toLowerCase(Locale.ROOT).contains("embedding"))
                || excludeLayers.stream()
                        .anyMatch(
                                pattern -> Pattern.compile(pattern).matcher(weight.path()).find());
    }

    @Override
    protected @Nullable Shape slotShape(String slot, Weight weight) {
        return slot.equals("velocity") && !usesAdam(weight) ? null : weight.shape();
    }

    @Override
    protected @Nullable Double decayOf(Weight weight) {
        return usesAdam(weight) ? adamWeightDecay : super.decayOf(weight);
    }

    private Tensor orthogonal(Tensor matrix) {
        boolean tall = matrix.dim(0) > matrix.dim(1);
        Tensor x = tall ? matrix.transpose() : matrix;
        x = x.div(x.square().sum().sqrt().add(EPSILON));
        for (int i = 0; i < nsSteps; i++) {
            Tensor square = x.product(x, false, true);
            Tensor mix = square.mul((float) muonB).add(square.matmul(square).mul((float) muonC));
            x = x.mul((float) muonA).add(mix.matmul(x));
        }
        return tall ? x.transpose() : x;
    }
}
