package nacre.layers.preprocessing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.layers.weights.Ones;
import nacre.layers.weights.Zeros;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Shifts and scales numbers to mean 0 and variance 1: `(x - mean) / √variance`, with statistics of
/// the data.
///
/// The statistics are learned once by [#adapt], or given. `(…) → (…)`
///
/// ```java
/// var normalize = new Normalization();
/// normalize.adapt(Tensor.of(new float[][] {{1, 10}, {3, 30}}));
/// normalize.apply(Tensor.of(new float[][] {{2, 30}}))   // [[0, 1]]
/// ```
///
/// Source: [Keras,
/// Normalization](https://keras.io/api/layers/preprocessing_layers/numerical/normalization/).
public final class Normalization extends FluentLayer<Normalization> {
    private static final float EPSILON = 1e-7f; // a variance of 0 must not divide by 0

    private int @Nullable [] axis = {-1};
    private boolean invert;
    private @Nullable Tensor mean;
    private @Nullable Tensor variance;

    private transient @Nullable Weight learnedMean;
    private transient @Nullable Weight learnedVariance;

    /// The axes along which each place has statistics of its own; default the last, none: one mean
    /// for all numbers.
    public Normalization axis(int... axes) {
        return set("axis", () -> axis = axes.clone());
    }

    /// Whether to go back from normalized to original numbers; default false.
    public Normalization invert(boolean on) {
        return set("invert", () -> invert = on);
    }

    /// The mean, if it is known, together with `variance`; default none: learned by `adapt`.
    public Normalization mean(double... numbers) {
        return set("mean", () -> mean = tensor(numbers));
    }

    /// The variance, if it is known, together with `mean`; default none: learned by `adapt`.
    public Normalization variance(double... numbers) {
        return set("variance", () -> variance = tensor(numbers));
    }

    private static Tensor tensor(double... numbers) {
        return numbers.length == 1 ? Tensor.of((float) numbers[0]) : Tensor.of(numbers);
    }

    private int[] kept(Shape in) {
        int[] axes = axis == null ? new int[0] : axis;
        for (int a : axes) {
            if (a < -in.rank() || a >= in.rank()) {
                throw new IllegalArgumentException(
                        "`axis` must be between "
                                + -in.rank()
                                + " and "
                                + (in.rank() - 1)
                                + " for inputs of shape "
                                + in
                                + "; got "
                                + a
                                + ".");
            }
        }
        return IntStream.of(axes).map(in::axis).sorted().toArray();
    }

    @Override
    public void checkOptions() {
        if (mean == null && variance == null) {
            return;
        }
        if (mean == null || variance == null || !mean.shape().equals(variance.shape())) {
            throw new IllegalArgumentException(
                    "`mean` and `variance` must both be given, with as many numbers; got mean "
                            + (mean == null ? "none" : mean.shape())
                            + " and variance "
                            + (variance == null ? "none" : variance.shape())
                            + ".");
        }
        if (mean.rank() > (axis == null ? 0 : axis.length)) {
            throw new IllegalArgumentException(
                    "`mean` and `variance` must have no more axes than `axis` names; got mean of shape "
                            + mean.shape()
                            + " for axis "
                            + Arrays.toString(axis)
                            + ".");
        }
    }

    @Override
    protected void build(Shape in) {
        if (mean == null) {
            Shape shape = Shape.of(IntStream.of(kept(in)).map(in::dim).toArray());
            learnedMean = addWeight("mean", shape, new Zeros(), null, null, false);
            learnedVariance = addWeight("variance", shape, new Ones(), null, null, false);
            addWeight("count", Shape.SCALAR, new Zeros(), null, null, false);
        }
    }

    /// Learns mean and variance from data.
    public void adapt(Tensor data) {
        if (mean != null) {
            throw new IllegalStateException(
                    "This Normalization was made with a mean and a variance; it cannot adapt.");
        }
        ensureBuilt(List.of(data.shape()));
        int[] kept = kept(data.shape());
        int[] reduced =
                IntStream.range(0, data.rank())
                        .filter(a -> IntStream.of(kept).noneMatch(k -> k == a))
                        .toArray();
        boolean each = reduced.length == 0;
        Objects.requireNonNull(learnedMean).assign(each ? data : data.mean(reduced));
        Objects.requireNonNull(learnedVariance).assign(each ? data.mul(0) : data.variance(reduced));
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor centre = spread(known(mean, learnedMean), x.shape());
        Tensor square = spread(known(variance, learnedVariance), x.shape());
        Tensor deviation = square.sqrt().maximum(EPSILON);
        return invert ? x.mul(deviation).add(centre) : x.sub(centre).div(deviation);
    }

    private static Tensor known(@Nullable Tensor given, @Nullable Weight learned) {
        return given != null ? given : Objects.requireNonNull(learned).tensor();
    }

    /// Statistics with an axis of size 1 for each axis that has none of its own.
    private Tensor spread(Tensor statistics, Shape in) {
        int[] kept = kept(in);
        int[] sizes = IntStream.generate(() -> 1).limit(in.rank()).toArray();
        for (int i = 1; i <= statistics.rank(); i++) {
            sizes[kept[kept.length - i]] = statistics.dim(-i);
        }
        return statistics.reshape(sizes);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (axis == null) {
            config.put("axis", List.of());
        }
        return config;
    }
}
