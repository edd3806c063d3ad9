package nacre.training.callbacks;

import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Ends training when the loss is no longer a number, as it happens when the learning rate is too
/// high.
///
/// Source: [Keras, TerminateOnNaN](https://keras.io/api/callbacks/terminate_on_nan/).
public final class TerminateOnNaN implements Callback {
    private boolean raiseError;

    /// Whether training fails with an error instead of ending quietly; default false.
    public TerminateOnNaN raiseError(boolean on) {
        raiseError = on;
        return this;
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        Double loss = logs.get("loss");
        if (loss == null || Double.isFinite(loss)) {
            return;
        }
        if (raiseError) {
            throw new ArithmeticException(
                    "The loss is "
                            + loss
                            + " after batch "
                            + batch
                            + ". A smaller learning rate, or clipnorm(1) on the optimizer, may help.");
        }
        trainee.stopTraining();
        trainee.say("The loss is %s after batch %d: training ends.".formatted(loss, batch));
    }

    @Override
    public boolean followsBatches() {
        return false; // it changes nothing
    }

    @Override
    public String toString() {
        return "TerminateOnNaN";
    }
}
