package nacre.layers.normalization;

import static nacre.layers.Arguments.notNegative;

import nacre.compute.Normalize;
import nacre.compute.Normalize.By;
import nacre.layers.FluentLayer;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Ones;
import nacre.layers.weights.Regularizer;
import nacre.layers.weights.Zeros;
import nacre.tensor.Normalized;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What normalisations share: after normalising, a learned scale `gamma` and a learned centre
/// `beta` give back to the network what it needs.
abstract class ScaleAndCentre<S extends ScaleAndCentre<S>> extends FluentLayer<S> {
    private double epsilon = 1e-3;
    private boolean center = true;
    private boolean scale = true;
    private Initializer betaInitializer = new Zeros();
    private Initializer gammaInitializer = new Ones();
    private @Nullable Regularizer betaRegularizer;
    private @Nullable Regularizer gammaRegularizer;
    private @Nullable Constraint betaConstraint;
    private @Nullable Constraint gammaConstraint;

    private transient @Nullable Weight gamma;
    private transient @Nullable Weight beta;

    /// Makes gamma and beta, as far as they are wanted.
    final void buildScale(Shape shape) {
        buildScale(shape, scale, center);
    }

    final void buildScale(Shape shape, boolean withGamma, boolean withBeta) {
        if (withGamma) {
            gamma =
                    addWeight(
                            "gamma",
                            shape,
                            gammaInitializer,
                            gammaRegularizer,
                            gammaConstraint,
                            true);
        }
        if (withBeta) {
            beta = addWeight("beta", shape, betaInitializer, betaRegularizer, betaConstraint, true);
        }
    }

    /// Says so if inputs have another number of axes, or other sizes along some, than those the
    /// layer was built for.
    final void sameAsBuilt(Shape in, int... axes) {
        if (!built()) {
            return;
        }
        Shape known = buildShapes().get(0);
        boolean same = in.rank() == known.rank();
        for (int i = 0; same && i < axes.length; i++) {
            same = in.dim(axes[i]) == known.dim(axes[i]);
        }
        if (!same) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " \""
                            + name()
                            + "\" was built for inputs "
                            + known
                            + " and got "
                            + in
                            + ", with another number of "
                            + (in.rank() == known.rank() ? "channels" : "axes")
                            + ". Make a new layer for them.");
        }
    }

    final float epsilon() {
        return (float) epsilon;
    }

    final boolean scale() {
        return scale;
    }

    /// The same by the engine's own loops, for channels that lie last: `x` is seen as `blocks ×
    /// rows × channels`, and `together` neighbouring channels of a block have one mean and one
    /// variance.
    final Normalized normalize(Tensor x, int blocks, int rows, int channels, int together) {
        var sizes = new Normalize(blocks, rows, channels, together, By.OWN, epsilon());
        return Normalized.of(sizes, x, tensor(gamma), tensor(beta));
    }

    /// Each channel, which lie last, by a mean and a variance that are given.
    final Tensor normalizeBy(Tensor mean, Tensor variance, Tensor x) {
        int channels = mean.size();
        int rows = x.shape().slice(0, x.rank() - 1).size();
        var sizes = new Normalize(1, rows, channels, 1, By.GIVEN, epsilon());
        return Normalized.by(mean, variance, sizes, x, tensor(gamma), tensor(beta));
    }

    private static @Nullable Tensor tensor(@Nullable Weight weight) {
        return weight == null ? null : weight.tensor();
    }

    /// `(x - mean) / √(variance + epsilon) · gamma + beta`, gamma and beta in a shape that
    /// stretches over `x`.
    final Tensor normalize(Tensor x, Tensor mean, Tensor variance, Shape stretching) {
        return scaleAndCentre(x.sub(mean).mul(variance.add(epsilon()).rsqrt()), stretching);
    }

    /// `x · gamma + beta`.
    final Tensor scaleAndCentre(Tensor x, Shape stretching) {
        Tensor scaled = gamma == null ? x : x.mul(gamma.tensor().reshape(stretching));
        return beta == null ? scaled : scaled.add(beta.tensor().reshape(stretching));
    }

    /// A small number against division by 0; default 0.001.
    public S epsilon(double small) {
        return set("epsilon", () -> epsilon = notNegative("epsilon", small));
    }

    /// Whether `beta` is added; default true.
    public S center(boolean on) {
        return set("center", () -> center = on);
    }

    /// Whether the result is multiplied by `gamma`; default true.
    public S scale(boolean on) {
        return set("scale", () -> scale = on);
    }

    /// First values of beta, by name; default `zeros`.
    public S betaInitializer(String name) {
        return betaInitializer(Initializer.of(name));
    }

    /// First values of beta.
    public S betaInitializer(Initializer initializer) {
        return set("betaInitializer", () -> betaInitializer = initializer);
    }

    /// First values of gamma, by name; default `ones`.
    public S gammaInitializer(String name) {
        return gammaInitializer(Initializer.of(name));
    }

    /// First values of gamma.
    public S gammaInitializer(Initializer initializer) {
        return set("gammaInitializer", () -> gammaInitializer = initializer);
    }

    /// A price of large numbers in beta, by name; default none.
    public S betaRegularizer(String name) {
        return betaRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in beta.
    public S betaRegularizer(Regularizer regularizer) {
        return set("betaRegularizer", () -> betaRegularizer = regularizer);
    }

    /// A price of large numbers in gamma, by name; default none.
    public S gammaRegularizer(String name) {
        return gammaRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in gamma.
    public S gammaRegularizer(Regularizer regularizer) {
        return set("gammaRegularizer", () -> gammaRegularizer = regularizer);
    }

    /// A limit for beta, by name; default none.
    public S betaConstraint(String name) {
        return betaConstraint(Constraint.of(name));
    }

    /// A limit for beta.
    public S betaConstraint(Constraint constraint) {
        return set("betaConstraint", () -> betaConstraint = constraint);
    }

    /// A limit for gamma, by name; default none.
    public S gammaConstraint(String name) {
        return gammaConstraint(Constraint.of(name));
    }

    /// A limit for gamma.
    public S gammaConstraint(Constraint constraint) {
        return set("gammaConstraint", () -> gammaConstraint = constraint);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
