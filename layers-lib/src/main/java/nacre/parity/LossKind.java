package nacre.parity;

import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import org.jspecify.annotations.Nullable;

/// A loss: its value for targets, predictions and weights, and the gradient by the predictions.
final class LossKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Loss loss =
                Made.from(
                        Loss.class,
                        expectation.text("loss"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", loss, expectation.get("config"));
        Made.compare(
                checks, "config again", Made.again(Loss.class, loss), expectation.get("config"));
        var tape = new Tape();
        Tensor yPred = tape.watch(Arrays.tensor(expectation.get("y_pred")));
        Tensor mask = optional(expectation, "y_pred_mask");
        Tensor yTrue = Arrays.tensor(expectation.get("y_true"));
        Tensor weights = optional(expectation, "sample_weight");
        Object ignored = expectation.map("kwargs").get("ignore_class");
        Tensor counts = ignored == null ? mask : yTrue.notEqual((float) Arrays.number(ignored));
        Tensor given =
                weights == null || counts == null ? weights : asGiven(weights, counts, expectation);
        Tensor output = loss.apply(yTrue, yPred.withMask(mask), given);
        checks.numbers("output", output, expectation.get("output"));
        if (expectation.has("grad_y_pred_of_sum")) {
            checks.numbers(
                    "gradient",
                    tape.gradients(output).of(yPred),
                    expectation.get("grad_y_pred_of_sum"));
        }
    }

    /// Keras works a mask into the array of weights that it is given, and case files hold that
    /// array as it was afterwards: 0 where masked and, for a mean, larger by `total / valid`
    /// elsewhere. This undoes the latter.
    private static Tensor asGiven(Tensor weights, Tensor mask, Case expectation) {
        Object reduction =
                expectation.map("kwargs").getOrDefault("reduction", "sum_over_batch_size");
        boolean mean = "sum_over_batch_size".equals(reduction) || "mean".equals(reduction);
        return mean ? weights.mul(mask.mean().item()) : weights;
    }

    static @Nullable Tensor optional(Case expectation, String field) {
        return expectation.has(field) ? Arrays.tensor(expectation.get(field)) : null;
    }
}
