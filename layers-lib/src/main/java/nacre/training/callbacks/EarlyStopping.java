package nacre.training.callbacks;

import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// Ends training when a value has not become better for some epochs.
///
/// ```java
/// new EarlyStopping().monitor("val_accuracy").patience(3).restoreBestWeights(true).followsBatches()   // false
/// ```
///
/// Source: [Keras, EarlyStopping](https://keras.io/api/callbacks/early_stopping/).
public final class EarlyStopping implements Callback {
    private String monitor = "val_loss";
    private double minDelta;
    private int patience;
    private Direction mode = Direction.AUTO;
    private @Nullable Double baseline;
    private boolean restoreBestWeights;
    private int startFromEpoch;
    private boolean verbose;

    private transient double best;
    private transient int waited;
    private transient int bestEpoch;
    private transient @Nullable List<Tensor> bestWeights;

    /// The value to watch; default `val_loss`.
    public EarlyStopping monitor(String name) {
        monitor = name;
        return this;
    }

    /// The least change that counts as better; default 0.
    public EarlyStopping minDelta(double change) {
        minDelta = Math.abs(change);
        return this;
    }

    /// How many epochs without a better value are borne; default 0.
    public EarlyStopping patience(int epochs) {
        patience = (int) Arguments.notNegative("patience", epochs);
        return this;
    }

    /// Whether small or large values are good: `min`, `max`, or `auto` (default): by the name.
    public EarlyStopping mode(String name) {
        mode = Direction.of(name);
        return this;
    }

    /// A value that must be reached to count as better; default none.
    public EarlyStopping baseline(double value) {
        baseline = value;
        return this;
    }

    /// Whether the weights of the best epoch come back at the end; default false.
    public EarlyStopping restoreBestWeights(boolean on) {
        restoreBestWeights = on;
        return this;
    }

    /// The first epoch that counts; default 0.
    public EarlyStopping startFromEpoch(int epoch) {
        startFromEpoch = epoch;
        return this;
    }

    /// Whether it says what it does: 0 no (default), 1 yes.
    public EarlyStopping verbose(int level) {
        verbose = level > 0;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        waited = 0;
        best = Double.NaN;
        bestWeights = null;
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        var watched = new Monitor(monitor, mode);
        Double now = watched.in(logs, trainee, "EarlyStopping");
        if (now == null || epoch < startFromEpoch) {
            return;
        }
        if (restoreBestWeights && bestWeights == null) {
            bestWeights = trainee.getWeights();
            bestEpoch = epoch;
        }
        waited++;
        if (watched.better(now, best, minDelta)) {
            best = now;
            bestEpoch = epoch;
            bestWeights = restoreBestWeights ? trainee.getWeights() : null;
            if (baseline == null || watched.better(now, baseline, minDelta)) {
                waited = 0;
            }
            return;
        }
        if (waited >= patience && epoch > 0) {
            trainee.stopTraining();
            if (verbose) {
                trainee.say("Epoch %d: early stopping".formatted(epoch + 1));
            }
        }
    }

    @Override
    public void onTrainEnd(Trainee trainee, Map<String, Double> logs) {
        if (bestWeights != null) {
            trainee.setWeights(bestWeights);
            if (verbose) {
                trainee.say(
                        "The weights are again those of the best epoch, %d."
                                .formatted(bestEpoch + 1));
            }
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "EarlyStopping on %s, patience %d".formatted(monitor, patience);
    }
}
