package nacre.layers.regularization;

import static nacre.layers.Arguments.notNegative;

import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.tensor.Tensor;

/// Adds random numbers from a bell curve around 0 while training, so that no two passes see the
/// same data.
///
/// At inference nothing happens. `(…) → (…)`
///
/// ```java
/// new GaussianNoise(0.1).apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: [Keras,
/// GaussianNoise](https://keras.io/api/layers/regularization_layers/gaussian_noise/).
public final class GaussianNoise extends RandomLayer<GaussianNoise> {
    private final double stddev;

    /// The standard deviation of the noise.
    public GaussianNoise(double stddev) {
        this.stddev = notNegative("stddev", stddev);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        return pass.training() && stddev > 0 && !x.isGhost()
                ? x.add(pass.random().normal(x.shape(), 0, stddev))
                : x;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
