package nacre.training.callbacks;

import java.nio.file.Path;
import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// Saves the model, or its weights, while it is trained: after each epoch, or only when it has
/// become better.
///
/// `new ModelCheckpoint("best.keras").saveBestOnly(true)` keeps the best model; `new
/// ModelCheckpoint("{epoch:02d}-{val_loss:.2f}.keras")` keeps one file for each epoch. Each file is
/// replaced as a whole: whatever happens, there is the former one or the new one.
///
/// Source: [Keras, ModelCheckpoint](https://keras.io/api/callbacks/model_checkpoint/).
public final class ModelCheckpoint implements Callback {
    private final FileName filepath;
    private String monitor = "val_loss";
    private Direction mode = Direction.AUTO;
    private boolean saveBestOnly;
    private boolean saveWeightsOnly;
    private final SaveFrequency saveFreq = new SaveFrequency();
    private @Nullable Double initialValueThreshold;
    private boolean verbose;

    private double best = Double.NaN;
    private int epoch;

    /// Under this name, which may have places for values: `{epoch:02d}`, `{val_loss:.2f}`, and
    /// `{batch}` when saved by batches.
    public ModelCheckpoint(String filepath) {
        this.filepath = new FileName(filepath);
    }

    /// The value to watch with [#saveBestOnly]; default `val_loss`.
    public ModelCheckpoint monitor(String name) {
        monitor = name;
        return this;
    }

    /// Whether small or large values are good: `min`, `max`, or `auto` (default): by the name.
    public ModelCheckpoint mode(String name) {
        mode = Direction.of(name);
        return this;
    }

    /// Whether only a model that is better than all before is saved; default false.
    public ModelCheckpoint saveBestOnly(boolean on) {
        saveBestOnly = on;
        return this;
    }

    /// Whether weights are saved alone, under a name that ends in `.weights.h5`; default false: the
    /// whole model, in a `.keras` file.
    public ModelCheckpoint saveWeightsOnly(boolean on) {
        saveWeightsOnly = on;
        return this;
    }

    /// `epoch` (default): after each epoch.
    public ModelCheckpoint saveFreq(String name) {
        saveFreq.set(name);
        return this;
    }

    /// After every so many batches.
    public ModelCheckpoint saveFreq(int batches) {
        saveFreq.set(batches);
        return this;
    }

    /// A value that the first saved model must be better than; default none.
    public ModelCheckpoint initialValueThreshold(double value) {
        initialValueThreshold = value;
        return this;
    }

    /// Whether it says what it does: 0 no (default), 1 yes.
    public ModelCheckpoint verbose(int level) {
        verbose = level > 0;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        String ending = saveWeightsOnly ? ".weights.h5" : ".keras";
        if (!filepath.pattern().endsWith(ending)) {
            throw new IllegalArgumentException(
                    "ModelCheckpoint saves %s under a name that ends in %s; got \"%s\"."
                            .formatted(
                                    saveWeightsOnly ? "weights" : "models",
                                    ending,
                                    filepath.pattern()));
        }
        saveFreq.begin();
        if (Double.isNaN(best) && initialValueThreshold != null) {
            best = initialValueThreshold;
        }
    }

    @Override
    public void onEpochBegin(Trainee trainee, int number) {
        epoch = number;
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        if (saveFreq.isDueAfterBatch()) {
            save(trainee, batch + 1, logs);
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int number, Map<String, Double> logs) {
        if (saveFreq.isEpoch()) {
            save(trainee, null, logs);
        }
    }

    private void save(Trainee trainee, @Nullable Integer batch, Map<String, Double> logs) {
        if (saveBestOnly) {
            var watched = new Monitor(monitor, mode);
            Double now = watched.in(logs, trainee, "ModelCheckpoint");
            if (now == null || !watched.better(now, best, 0)) {
                return;
            }
            if (verbose) {
                String before = Double.isNaN(best) ? "" : " after %.5f".formatted(best);
                trainee.say(
                        "Epoch %d: %s is %.5f%s, the best so far; the model is saved."
                                .formatted(epoch + 1, monitor, now, before));
            }
            best = now;
        }
        Path file = Path.of(filepath.at(epoch + 1, batch, logs));
        if (saveWeightsOnly) {
            trainee.saveWeights(file);
        } else {
            trainee.save(file);
        }
    }

    @Override
    public boolean followsBatches() {
        return false; // it changes nothing
    }

    @Override
    public String toString() {
        String which = saveBestOnly ? "the best by " + monitor : "each one";
        return "ModelCheckpoint to %s, %s".formatted(filepath.pattern(), which);
    }
}
