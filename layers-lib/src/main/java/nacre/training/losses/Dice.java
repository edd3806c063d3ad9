package nacre.training.losses;

import java.util.List;
import nacre.layers.config.Axes;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// `1 - 2 · Σ yTrue · yPred / (Σ yTrue + Σ yPred)`: how little two regions overlap; for
/// segmentation.
///
/// ```java
/// new Dice().apply(Tensor.of(new float[] {0, 1, 1}), Tensor.of(new float[] {0, 1, 1}))   // 0
/// ```
///
/// Source: [Keras, Dice](https://keras.io/api/losses/segmentation_losses/).
public final class Dice extends FluentLoss<Dice> {
    private static final float EPSILON = 1e-7f;

    private @Nullable Axes axis;

    /// The axes of a region; default all, the batch too.
    public Dice axis(int... axes) {
        axis = Axes.list(axes);
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        int[] axes = axis == null ? new int[0] : axis.toArray();
        Tensor both = pair.get(0).mul(pair.get(1)).sum(axes);
        Tensor each = pair.get(0).sum(axes).add(pair.get(1).sum(axes));
        return both.mul(2).div(each.add(EPSILON)).neg().add(1);
    }
}
