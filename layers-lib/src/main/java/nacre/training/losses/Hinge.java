package nacre.training.losses;

import nacre.tensor.Tensor;
import nacre.training.Loss;

/// `mean(max(1 - yTrue · yPred, 0))` along the last axis: for answers -1 and 1; 0 and 1 are taken
/// for these.
///
/// ```java
/// new Hinge().apply(Tensor.of(new float[][] {{-1, 1}}), Tensor.of(new float[][] {{-2, 0.5f}}))   // 0.25
/// ```
///
/// Source: [Keras, Hinge](https://keras.io/api/losses/hinge_losses/).
public final class Hinge extends Loss {
    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return Margins.of(yTrue, yPred).mean(-1);
    }
}
