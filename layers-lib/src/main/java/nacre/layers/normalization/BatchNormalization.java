package nacre.layers.normalization;

import static nacre.layers.Arguments.share;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nacre.layers.Pass;
import nacre.layers.config.Axes;
import nacre.layers.config.Config;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Ones;
import nacre.layers.weights.Zeros;
import nacre.tensor.Normalized;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Brings each channel to mean 0 and deviation 1: in training over the batch, later with averages
/// kept from training.
///
/// `(x - mean) / √(variance + epsilon) · gamma + beta`. Each training step moves the averages:
/// `moving = moving · momentum + batch's · (1 - momentum)`. Steps that a mask leaves out do not
/// count. A frozen layer (`trainable(false)`) uses its averages also in training. `(batch, …,
/// channels) → the same`
///
/// ```java
/// var x = Tensor.of(new float[][] {{1}, {3}});
/// new BatchNormalization().epsilon(0).apply(x, Call.training())   // [[-1], [1]]
/// ```
///
/// Source: Ioffe and Szegedy, Batch normalization (2015), Ioffe, Batch renormalization (2017);
/// [Keras,
/// BatchNormalization](https://keras.io/api/layers/normalization_layers/batch_normalization/).
public final class BatchNormalization extends ScaleAndCentre<BatchNormalization> {
    private static final float TINY = 1e-7f; // a mask may leave nothing over

    private int axis = -1;
    private double momentum = 0.99;
    private Initializer movingMeanInitializer = new Zeros();
    private Initializer movingVarianceInitializer = new Ones();
    private boolean synchronized_; // between machines, of which there is one here
    private boolean renorm;
    private @Nullable Map<String, Double> renormClipping;
    private double renormMomentum = 0.99;

    private transient @Nullable Weight movingMean;
    private transient @Nullable Weight movingVariance;
    private transient @Nullable Renorm renormalisation;

    @Override
    protected void check(List<Shape> inputs) {
        sameAsBuilt(inputs.get(0), channels(inputs.get(0)));
    }

    private int channels(Shape in) {
        return Axes.of(axis).in(in, "axis")[0];
    }

    @Override
    protected void build(Shape in) {
        Shape shape = Shape.of(in.dim(channels(in)));
        buildScale(shape);
        movingMean = addWeight("moving_mean", shape, movingMeanInitializer, null, null, false);
        movingVariance =
                addWeight("moving_variance", shape, movingVarianceInitializer, null, null, false);
        if (renorm) {
            Initializer deviation =
                    (size, seed) -> movingVarianceInitializer.values(size, seed).sqrt();
            renormalisation =
                    new Renorm(
                            renormClipping == null ? Map.of() : renormClipping,
                            renormMomentum,
                            addWeight("moving_stddev", shape, deviation, null, null, false),
                            addWeight(
                                    "renorm_mean", shape, movingMeanInitializer, null, null, false),
                            addWeight("renorm_stddev", shape, deviation, null, null, false));
        }
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        int at = channels(x.shape());
        Shape stretching = LayerNormalization.stretching(x.shape(), at);
        Weight mean = Objects.requireNonNull(movingMean, "made by build");
        Weight variance = Objects.requireNonNull(movingVariance, "made by build");
        boolean last = at == x.rank() - 1 && !x.isGhost();
        if (!pass.training() || !trainable() || x.isGhost()) {
            if (last) {
                return normalizeBy(mean.tensor(), variance.tensor(), x);
            }
            return normalize(
                    x,
                    mean.tensor().reshape(stretching),
                    variance.tensor().reshape(stretching),
                    stretching);
        }
        int[] others = IntStream.range(0, x.rank()).filter(i -> i != at).toArray();
        Tensor counts = counts(x, pass.mask());
        if (last && counts == null && renormalisation == null) {
            int channels = x.dim(at);
            Normalized fused = normalize(x, 1, x.shape().slice(0, at).size(), channels, 1);
            move(mean, fused.mean(), momentum);
            move(variance, fused.variance(), momentum);
            return fused.result();
        }
        Tensor batchMean = mean(x, counts, others);
        Tensor batchVariance =
                mean((counts == null ? x : x.mul(counts)).sub(batchMean).square(), counts, others);
        if (renormalisation != null) {
            Tensor normal = x.sub(batchMean).mul(batchVariance.add(epsilon()).rsqrt());
            Tensor corrected = renormalisation.correct(normal, batchMean, batchVariance, epsilon());
            renormalisation.move(mean, variance, batchMean, batchVariance, momentum, epsilon());
            return scaleAndCentre(corrected, stretching);
        }
        move(mean, batchMean, momentum);
        move(variance, batchVariance, momentum);
        return normalize(x, batchMean, batchVariance, stretching);
    }

    /// Moves an average a little towards what the batch has.
    static void move(Weight average, Tensor batch, double momentum) {
        Tensor now = batch.detach().reshape(average.shape());
        average.assign(
                average.tensor()
                        .detach()
                        .mul((float) momentum)
                        .add(now.mul((float) (1 - momentum))));
    }

    private static @Nullable Tensor counts(Tensor x, @Nullable Tensor mask) {
        if (mask == null) {
            return null;
        }
        if (mask.rank() != x.rank() - 1) {
            throw new IllegalArgumentException(
                    "The mask must have one axis less than the input "
                            + x.shape()
                            + "; it has shape "
                            + mask.shape()
                            + ".");
        }
        return mask.expandDims(-1).broadcastTo(x.shape());
    }

    private static Tensor mean(Tensor x, @Nullable Tensor counts, int... axes) {
        return counts == null
                ? x.meanKeep(axes)
                : x.mul(counts).sumKeep(axes).div(counts.sumKeep(axes).add(TINY));
    }

    /// Where the channels are; default the last axis.
    public BatchNormalization axis(int channels) {
        return set("axis", () -> axis = channels);
    }

    /// How much of the averages stays at each step; default 0.99.
    public BatchNormalization momentum(double share) {
        return set("momentum", () -> momentum = share("momentum", share));
    }

    /// First values of the average mean; default `zeros`.
    public BatchNormalization movingMeanInitializer(Initializer initializer) {
        return set("movingMeanInitializer", () -> movingMeanInitializer = initializer);
    }

    /// First values of the average variance; default `ones`.
    public BatchNormalization movingVarianceInitializer(Initializer initializer) {
        return set("movingVarianceInitializer", () -> movingVarianceInitializer = initializer);
    }

    /// Whether training, too, goes by averages, with the batch's gradients: for small batches;
    /// default false.
    public BatchNormalization renorm(boolean on) {
        return set("renorm", () -> renorm = on);
    }

    /// Limits of the correction: `rmin`, `rmax`, `dmax`; default none.
    public BatchNormalization renormClipping(Map<String, Double> limits) {
        return set("renormClipping", () -> renormClipping = Renorm.checked(limits));
    }

    /// How much of the averages of the correction stays at each step; default 0.99.
    public BatchNormalization renormMomentum(double share) {
        return set("renormMomentum", () -> renormMomentum = share("renormMomentum", share));
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (renorm && renormClipping == null) {
            config.put("renorm_clipping", Map.of());
        }
        return config;
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }
}
