package nacre.layers.regularization;

import static nacre.layers.Arguments.share;

import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.tensor.Tensor;

/// Multiplies with random numbers around 1 while training: a softer dropout.
///
/// Their standard deviation is `√(rate / (1 - rate))`, as that of dropout; at inference nothing
/// happens. `(…) → (…)`
///
/// ```java
/// new GaussianDropout(0.5).apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: Srivastava and others, Dropout: a simple way to prevent neural networks from overfitting
/// (2014); [Keras,
/// GaussianDropout](https://keras.io/api/layers/regularization_layers/gaussian_dropout/).
public final class GaussianDropout extends RandomLayer<GaussianDropout> {
    private final double rate;

    /// The share that dropout would drop, between 0 and 1.
    public GaussianDropout(double rate) {
        this.rate = share("rate", rate);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.training() || rate == 0 || x.isGhost()) {
            return x;
        }
        return x.mul(pass.random().normal(x.shape(), 1, Math.sqrt(rate / (1 - rate))));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
