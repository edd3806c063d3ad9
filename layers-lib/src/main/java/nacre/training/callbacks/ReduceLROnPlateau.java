package nacre.training.callbacks;

import java.util.Map;
import nacre.layers.Arguments;
import nacre.training.Callback;
import nacre.training.Optimizer;
import nacre.training.Trainee;

/// Lowers the learning rate when a value has not become better for some epochs, and records it as
/// `learning_rate`.
///
/// Source: [Keras, ReduceLROnPlateau](https://keras.io/api/callbacks/reduce_lr_on_plateau/).
public final class ReduceLROnPlateau implements Callback {
    private String monitor = "val_loss";
    private double factor = 0.1;
    private int patience = 10;
    private Direction mode = Direction.AUTO;
    private double minDelta = 1e-4;
    private int cooldown;
    private double minLr;
    private boolean verbose;

    private transient double best;
    private transient int waited;
    private transient int cooling;

    /// The value to watch; default `val_loss`.
    public ReduceLROnPlateau monitor(String name) {
        monitor = name;
        return this;
    }

    /// By what the learning rate is multiplied, below 1; default 0.1.
    public ReduceLROnPlateau factor(double share) {
        if (!(share < 1)) {
            throw new IllegalArgumentException("`factor` must be below 1; got " + share + ".");
        }
        factor = share;
        return this;
    }

    /// How many epochs without a better value are borne; default 10.
    public ReduceLROnPlateau patience(int epochs) {
        patience = (int) Arguments.notNegative("patience", epochs);
        return this;
    }

    /// Whether small or large values are good: `min`, `max`, or `auto` (default): by the name.
    public ReduceLROnPlateau mode(String name) {
        mode = Direction.of(name);
        return this;
    }

    /// The least change that counts as better; default 0.0001.
    public ReduceLROnPlateau minDelta(double change) {
        minDelta = change;
        return this;
    }

    /// How many epochs after a change do not count; default 0.
    public ReduceLROnPlateau cooldown(int epochs) {
        cooldown = (int) Arguments.notNegative("cooldown", epochs);
        return this;
    }

    /// The lowest learning rate; default 0.
    public ReduceLROnPlateau minLr(double rate) {
        minLr = rate;
        return this;
    }

    /// Whether it says what it does: 0 no (default), 1 yes.
    public ReduceLROnPlateau verbose(int level) {
        verbose = level > 0;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        best = Double.NaN;
        waited = 0;
        cooling = 0;
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        Optimizer<?> optimizer = trainee.optimizer();
        logs.put("learning_rate", optimizer.learningRate());
        var watched = new Monitor(monitor, mode);
        Double now = watched.in(logs, trainee, "ReduceLROnPlateau");
        if (now == null) {
            return;
        }
        if (cooling > 0) {
            cooling--;
            waited = 0;
        }
        if (watched.better(now, best, minDelta)) {
            best = now;
            waited = 0;
        } else if (cooling == 0
                && ++waited >= patience
                && optimizer.learningRate() > (float) minLr) {
            optimizer.learningRate(Math.max(optimizer.learningRate() * factor, minLr));
            if (verbose) {
                trainee.say(
                        "Epoch %d: the learning rate goes down to %s."
                                .formatted(epoch + 1, (float) optimizer.learningRate()));
            }
            cooling = cooldown;
            waited = 0;
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "ReduceLROnPlateau on %s, patience %d, factor %s"
                .formatted(monitor, patience, factor);
    }
}
