package nacre.layers.regularization;

import static nacre.layers.Arguments.share;

import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Dropout for networks with selu: keeps mean 0 and variance 1 of what comes in.
///
/// What is dropped becomes selu's lowest value `α' = -1.7581` instead of 0; then all is scaled and
/// shifted by `a · x + b`, `a = 1 / √((1 - rate) · (1 + rate · α'²))`, `b = -a · rate · α'`. Only
/// while training. `(…) → (…)`
///
/// ```java
/// new AlphaDropout(0.5).apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: Klambauer and others, Self-normalizing neural networks (2017); [Keras,
/// AlphaDropout](https://keras.io/api/layers/regularization_layers/alpha_dropout/).
public final class AlphaDropout extends RandomLayer<AlphaDropout> {
    private static final double LOWEST = -1.6732632423543772 * 1.0507009873554805;

    private final double rate;
    private @Nullable Shape noiseShape;

    /// The share of inputs to drop, between 0 and 1.
    public AlphaDropout(double rate) {
        this.rate = share("rate", rate);
    }

    /// The shape of the random choice: axes of size 1 share it, those of size -1 are the input's.
    /// Default: each number for itself.
    public AlphaDropout noiseShape(int... sizes) {
        return noiseShape(Shape.of(sizes));
    }

    /// The shape of the random choice; unknown sizes are the input's.
    public AlphaDropout noiseShape(Shape shape) {
        Dropout.checkNoise(shape);
        return set("noiseShape", () -> noiseShape = shape);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.training() || rate == 0 || x.isGhost()) {
            return x;
        }
        Shape choices = Dropout.choices(x.shape(), noiseShape);
        Tensor kept = pass.random().uniform(choices, 0, 1).greaterEqual((float) rate);
        double a = 1 / Math.sqrt((1 - rate) * (1 + rate * LOWEST * LOWEST));
        double b = -a * LOWEST * rate;
        Tensor mixed = x.mul(kept).add(kept.neg().add(1).mul((float) LOWEST));
        return mixed.mul((float) a).add((float) b);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
