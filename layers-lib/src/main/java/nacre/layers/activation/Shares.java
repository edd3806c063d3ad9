package nacre.layers.activation;

import java.util.List;
import nacre.tensor.Tensor;

/// The formulas of activation functions that look at all numbers along an axis.
final class Shares {
    private Shares() {}

    static Tensor glu(Tensor x, int axis) {
        List<Tensor> halves = x.split(2, axis);
        return halves.get(0).mul(halves.get(1).sigmoid());
    }

    /// Subtracts a limit `τ` and keeps what is positive. As in Keras, `τ` is worked out from the
    /// *sum* of the running sums over the support (the paper takes the last one), so with more than
    /// one share left they sum to less than 1.
    static Tensor sparsemax(Tensor x, int axis) {
        Tensor last = x.moveAxis(axis, -1);
        if (last.isGhost()) {
            return x;
        }
        Tensor sorted = last.neg().sort().neg(); // largest first
        Tensor sums = sorted.cumsum(-1);
        Tensor support = sorted.sub(sums.sub(1).div(Tensor.range(last.dim(-1)).add(1))).greater(0);
        Tensor limit = sums.where(support, 0).sumKeep(-1).sub(1).div(support.sumKeep(-1));
        return last.sub(limit).relu().moveAxis(-1, axis);
    }
}
