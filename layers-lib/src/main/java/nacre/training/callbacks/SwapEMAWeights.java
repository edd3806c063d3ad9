package nacre.training.callbacks;

import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Validates with the running averages of the weights, which an optimizer with `useEma` keeps,
/// instead of the weights.
///
/// Source: [Keras, SwapEMAWeights](https://keras.io/api/callbacks/swap_ema_weights/).
public final class SwapEMAWeights implements Callback {
    private boolean swapOnEpoch;

    private transient boolean swapped;

    /// Whether weights are averages also at the end of an epoch, for callbacks that come after this
    /// one; default false.
    public SwapEMAWeights swapOnEpoch(boolean on) {
        swapOnEpoch = on;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        swapped = false;
        trainee.optimizer().swapAverages(); // says so if there are none
        trainee.optimizer().swapAverages(); // and back
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        swap(trainee, false);
    }

    @Override
    public void onTestBegin(Trainee trainee) {
        swap(trainee, true);
    }

    @Override
    public void onTestEnd(Trainee trainee, Map<String, Double> logs) {
        swap(trainee, false);
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        if (swapOnEpoch) {
            swap(trainee, true);
            if (epoch == trainee.plan().epochs() - 1) {
                trainee.optimizer().averagesFromWeights(); // the end of training takes the averages
            }
        }
    }

    private void swap(Trainee trainee, boolean averages) {
        if (swapped != averages) {
            trainee.optimizer().swapAverages();
            swapped = averages;
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "SwapEMAWeights, swaps at " + (swapOnEpoch ? "the end of each epoch" : "validation");
    }
}
