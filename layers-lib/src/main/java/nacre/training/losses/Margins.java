package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Ranks;

/// How much predictions lack to be on the right side by 1: what hinge losses are made of.
final class Margins {
    private Margins() {}

    static Tensor of(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        return signs(pair.get(0)).mul(pair.get(1)).neg().add(1).relu();
    }

    /// Targets that are all 0 or 1 stand for -1 and 1.
    private static Tensor signs(Tensor y) {
        for (float answer : y.data()) {
            if (answer != 0 && answer != 1) {
                return y;
            }
        }
        return y.mul(2).sub(1);
    }
}
