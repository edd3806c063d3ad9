package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Ranks;

/// `mean(ln(cosh(yPred - yTrue)))` along the last axis: like half the square for small errors, like
/// the size for large.
///
/// ```java
/// new LogCosh().apply(Tensor.of(new float[][] {{1, 2}}), Tensor.of(new float[][] {{1, 2}}))   // 0
/// ```
///
/// Source: [Keras, LogCosh](https://keras.io/api/losses/regression_losses/).
public final class LogCosh extends Loss {
    private static final float LN_2 = (float) Math.log(2);

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor e = pair.get(1).sub(pair.get(0));
        return e.add(e.mul(-2).softplus()).sub(LN_2).mean(-1); // ln cosh e without overflow
    }
}
