package nacre.training;

import java.util.List;
import nacre.tensor.Tensor;

/// Brings targets and predictions to the same number of axes, as Keras does: a last axis of size 1
/// comes or goes.
public final class Ranks {
    private Ranks() {}

    /// Both, with equally many axes where that needs only an axis of size 1.
    public static List<Tensor> aligned(Tensor yTrue, Tensor yPred) {
        if (yTrue.rank() == yPred.rank() + 1 && yTrue.dim(-1) == 1) {
            return yPred.rank() == 1
                    ? List.of(yTrue, yPred.expandDims(-1))
                    : List.of(yTrue.squeeze(-1), yPred);
        }
        if (yPred.rank() == yTrue.rank() + 1 && yPred.dim(-1) == 1) {
            return yTrue.rank() == 1
                    ? List.of(yTrue.expandDims(-1), yPred)
                    : List.of(yTrue, yPred.squeeze(-1));
        }
        return List.of(yTrue, yPred);
    }
}
