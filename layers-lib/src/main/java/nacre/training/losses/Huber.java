package nacre.training.losses;

import java.util.List;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;

/// Squares small errors and takes large ones as they are, so that outliers count less:
///
/// `e² / 2` where `|e| <= delta`, else `delta · |e| - delta² / 2`; the mean along the last axis.
///
/// ```java
/// new Huber().apply(Tensor.of(new float[][] {{0, 0}}), Tensor.of(new float[][] {{1, 3}}))   // 1.5
/// ```
///
/// Source: [Keras, Huber](https://keras.io/api/losses/regression_losses/).
public final class Huber extends FluentLoss<Huber> {
    private double delta = 1;

    /// Turns from squares to sizes at 1.
    public Huber() {
        super("huber_loss");
    }

    /// The error from which on it counts as it is; default 1.
    public Huber delta(double error) {
        delta = error;
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        float d = (float) delta;
        Tensor error = pair.get(1).sub(pair.get(0));
        Tensor size = error.abs();
        Tensor large = size.mul(d).sub(d * d / 2);
        return error.square().mul(0.5f).where(size.lessEqual(d), large).mean(-1);
    }

    @Override
    public Config getConfig() { // Keras forgets it
        Config config = super.getConfig();
        config.remove("delta");
        return config;
    }
}
