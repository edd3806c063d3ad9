package nacre.training.losses;

import java.util.List;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// `-Σ yTrue · yPred / (|yTrue| · |yPred|)`: -1 where both point the same way, 0 at right angles, 1
/// against each other.
///
/// ```java
/// new CosineSimilarity().apply(Tensor.of(new float[][] {{0, 2}}), Tensor.of(new float[][] {{0, 5}}))   // -1
/// ```
///
/// Source: [Keras, CosineSimilarity](https://keras.io/api/losses/regression_losses/).
public final class CosineSimilarity extends FluentLoss<CosineSimilarity> {
    // the square of the shortest length that has a direction
    private static final float EPSILON = 1e-14f;

    private int axis = -1;

    /// The axis along which vectors lie; default the last.
    public CosineSimilarity axis(int newAxis) {
        axis = newAxis;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return direction(pair.get(0)).mul(direction(pair.get(1))).sum(axis).neg();
    }

    private Tensor direction(Tensor x) {
        return x.mul(x.square().sumKeep(axis).maximum(EPSILON).rsqrt());
    }

    @Override
    public Config getConfig() { // Keras forgets it
        Config config = super.getConfig();
        config.remove("axis");
        return config;
    }
}
