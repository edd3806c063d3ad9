package nacre.training.losses;

import java.util.List;
import nacre.tensor.Tensor;
import nacre.training.Loss;

/// Connectionist temporal classification: `-ln` of the probability that a sequence of logits, read
/// with repetitions and blanks left out, says the target; for speech and handwriting, where nobody
/// says which step belongs to which letter.
///
/// Targets `(batch, length)` are class numbers from 1 on, filled up with 0.
///
/// Predictions `(batch, steps, classes)` are logits, class 0 being the blank.
///
/// ```java
/// new CTC().apply(Tensor.of(new float[][] {{1}}), Tensor.zeros(Shape.of(1, 2, 2)))   // 0.287682
/// ```
///
/// Source: Graves et al., Connectionist temporal classification (2006); [Keras,
/// CTC](https://keras.io/api/losses/).
public final class CTC extends Loss {
    private static final float NEVER = -1e30f; // the logarithm of a probability of 0

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (yTrue.rank() != 2 || yPred.rank() != 3) {
            throw new IllegalArgumentException(
                    "ctc needs targets (batch, length) and logits (batch, steps, classes); got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + ".");
        }
        Tensor path = path(yTrue);
        int states = path.dim(1);
        // how likely each state's letter is at each step, as a logarithm: (batch, steps, states)
        Tensor letters = yPred.logSoftmax(-1).product(path.oneHot(yPred.dim(-1)), false, true);
        Tensor jumps = penalty(jumps(path));
        Tensor begin = penalty(Tensor.range(states).less(2));
        Tensor reached = letters.at(1, 0).add(begin);
        for (int step = 1; step < yPred.dim(1); step++) {
            Tensor fromLast = shifted(reached, 1);
            Tensor fromBefore = shifted(reached, 2).add(jumps);
            reached =
                    logSum(Tensor.stack(List.of(reached, fromLast, fromBefore), -1))
                            .add(letters.at(1, step));
        }
        return logSum(reached.add(penalty(ends(yTrue, states)))).neg();
    }

    /// The target with a blank before, between and after its letters: `(batch, 2 · length + 1)`.
    private static Tensor path(Tensor yTrue) {
        int batch = yTrue.dim(0);
        int length = yTrue.dim(1);
        Tensor pairs = Tensor.stack(List.of(Tensor.zeros(yTrue.shape()), yTrue), -1);
        return pairs.reshape(batch, 2 * length).pad(new int[] {0, 0}, new int[] {0, 1}, 0);
    }

    /// 1 where a path may leave out the blank before a letter: where the letter is not that before
    /// the blank.
    private static Tensor jumps(Tensor path) {
        return path.notEqual(0).mul(path.notEqual(shifted(path, 2)));
    }

    /// 1 at the last letter and the blank after it.
    private static Tensor ends(Tensor yTrue, int states) {
        Tensor last = yTrue.notEqual(0).sum(1).mul(2).expandDims(1);
        Tensor state = Tensor.range(states).expandDims(0);
        return state.equal(last).add(state.equal(last.sub(1)));
    }

    private static Tensor penalty(Tensor allowed) {
        return Tensor.of(0).where(allowed, NEVER);
    }

    /// The states moved up by some places; what comes in from below was never reached.
    private static Tensor shifted(Tensor x, int places) {
        int kept = Math.max(0, x.dim(1) - places);
        return x.slice(1, 0, kept).pad(new int[] {0, x.dim(1) - kept}, new int[] {0, 0}, NEVER);
    }

    /// `ln Σ e^x` along the last axis.
    private static Tensor logSum(Tensor x) {
        Tensor largest = x.detach().maxKeep(-1);
        return x.sub(largest).exp().sum(-1).log().add(largest.squeeze(-1));
    }
}
