package nacre.training.losses;

import java.util.List;
import nacre.layers.config.Axes;
import nacre.tensor.Tensor;
import nacre.training.FluentLoss;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// `1 - both / (both + alpha · missed + beta · invented)`: as [Dice], with different prices of what
/// was missed and what was invented.
///
/// Source: Salehi et al., Tversky loss function for image segmentation (2017).
///
/// ```java
/// new Tversky().apply(Tensor.of(new float[] {0, 1, 1}), Tensor.of(new float[] {0, 1, 1}))   // 0
/// ```
///
/// Source: [Keras, Tversky](https://keras.io/api/losses/segmentation_losses/).
public final class Tversky extends FluentLoss<Tversky> {
    private static final float EPSILON = 1e-7f;

    private double alpha = 0.5;
    private double beta = 0.5;
    private @Nullable Axes axis;

    /// The price of what was missed; default 0.5.
    public Tversky alpha(double price) {
        alpha = price;
        return this;
    }

    /// The price of what was invented; default 0.5.
    public Tversky beta(double price) {
        beta = price;
        return this;
    }

    /// The axes of a region; default all, the batch too.
    public Tversky axis(int... axes) {
        axis = Axes.list(axes);
        return this;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = pair.get(0);
        Tensor p = pair.get(1);
        int[] axes = axis == null ? new int[0] : axis.toArray();
        Tensor both = y.mul(p).sum(axes);
        Tensor missed = p.neg().add(1).mul(y).sum(axes);
        Tensor invented = y.neg().add(1).mul(p).sum(axes);
        Tensor all =
                both.add(missed.mul((float) alpha)).add(invented.mul((float) beta)).add(EPSILON);
        return both.div(all).neg().add(1);
    }
}
