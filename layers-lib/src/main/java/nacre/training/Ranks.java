package nacre.training;

import java.util.List;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Brings targets, predictions and weights to the same number of axes.
public final class Ranks {
    private Ranks() {}

    /// Targets and predictions, with equally many axes where that needs only a last axis of size 1,
    /// as Keras does; an error says which of the two is which if they do not fit.
    public static List<Tensor> aligned(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = equalRanks(yTrue, yPred);
        if (!fit(pair.get(0).shape(), pair.get(1).shape())) {
            throw unfit(yTrue, yPred);
        }
        return pair;
    }

    /// As [#aligned], but nothing is stretched: one target for each prediction.
    public static List<Tensor> same(Tensor yTrue, Tensor yPred) {
        List<Tensor> pair = aligned(yTrue, yPred);
        if (!pair.get(0).shape().accepts(pair.get(1).shape())) {
            throw unfit(yTrue, yPred);
        }
        return pair;
    }

    private static IllegalArgumentException unfit(Tensor yTrue, Tensor yPred) {
        return new IllegalArgumentException(
                "Targets of shape "
                        + yTrue.shape()
                        + " do not fit predictions of shape "
                        + yPred.shape()
                        + ". The last layer gives one number for each target: its units and"
                        + " the last axis of the targets must be equal.");
    }

    /// Whether two shapes can be calculated with, axis by axis from behind.
    static boolean fit(Shape a, Shape b) {
        for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
            int m = a.dim(-i);
            int n = b.dim(-i);
            if (m != n && m != 1 && n != 1 && m != Shape.NONE && n != Shape.NONE) {
                return false;
            }
        }
        return true;
    }

    /// Two tensors with equally many axes where that needs only a last axis of size 1.
    static List<Tensor> equalRanks(Tensor yTrue, Tensor yPred) {
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

    /// Class numbers without a last axis of size 1 too many.
    public static Tensor classes(Tensor yTrue, Tensor yPred) {
        return yTrue.rank() == yPred.rank() && yTrue.dim(-1) == 1 ? yTrue.squeeze(-1) : yTrue;
    }

    /// Weights for values: fewer axes stand for everything behind them; a last axis of 1 too much
    /// goes away.
    public static Tensor stretched(Tensor weights, Tensor values) {
        Tensor result = weights;
        if (result.rank() == values.rank() + 1 && result.dim(-1) == 1) {
            result = result.squeeze(-1);
        }
        while (result.rank() < values.rank()) {
            result = result.expandDims(-1);
        }
        return result;
    }
}
