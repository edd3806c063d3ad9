package nacre.training.metrics;

import nacre.tensor.Tensor;

/// The largest of some predictions.
final class Top {
    private Top() {}

    /// 1 where fewer than `k` predictions are larger than that of the class.
    static Tensor contains(Tensor classes, Tensor yPred, int k) {
        Tensor own = classes.oneHot(yPred.dim(-1)).mul(yPred).sumKeep(-1);
        return yPred.greater(own).sum(-1).less(k);
    }

    /// The predictions with all but the `k` largest made hopeless; of equals the first ones stay.
    static Tensor only(Tensor yPred, int k, float hopeless) {
        int classes = yPred.dim(-1);
        float[] kept = yPred.toArray();
        float[] row = new float[classes];
        for (int at = 0; at < kept.length; at += classes) {
            System.arraycopy(kept, at, row, 0, classes);
            for (int i = 0; i < classes; i++) {
                kept[at + i] = rank(row, i) < k ? row[i] : hopeless;
            }
        }
        return Tensor.wrap(kept, yPred.shape());
    }

    /// How many come before number `i`.
    private static int rank(float[] row, int i) {
        int before = 0;
        for (int j = 0; j < row.length; j++) {
            if (row[j] > row[i] || (row[j] == row[i] && j < i)) {
                before++;
            }
        }
        return before;
    }
}
