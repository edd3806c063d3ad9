package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `mean(yPred - yTrue · ln yPred)` along the last axis: for counts.
///
/// ```java
/// new Poisson().apply(Tensor.of(new float[][] {{3, 5}}), Tensor.of(new float[][] {{1, 1}}))   // 1
/// ```
///
/// Source: [Keras, Poisson](https://keras.io/api/losses/probabilistic_losses/).
public final class Poisson extends Loss {
    private static final float EPSILON = 1e-7f;

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor p = pair.get(1);
        return p.sub(pair.get(0).mul(p.add(EPSILON).log())).mean(-1);
    }
}
