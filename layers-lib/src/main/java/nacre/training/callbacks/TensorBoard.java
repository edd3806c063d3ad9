package nacre.training.callbacks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Writes the values of each epoch into files that TensorBoard draws, those of training and those
/// of validation each in their own folder: `tensorboard --logdir logs`.
///
/// `model.fit(x, y).callbacks(new TensorBoard("logs/first")).run()`
///
/// Only values are written; graphs, histograms and profiles of TensorFlow's have no counterpart.
///
/// Source: [Keras, TensorBoard](https://keras.io/api/callbacks/tensorboard/).
public final class TensorBoard implements Callback {
    private static final double NANOSECONDS = 1e9; // of a second
    private static final String VALIDATION = "val_";

    private final Path logDir;
    private int updateFreq; // 0: after each epoch
    private boolean writeStepsPerSecond;

    private transient Map<String, EventFile> files = Map.of();
    private transient long batches;
    private transient long batchesBefore;
    private transient long begun;

    /// Into the folder `logs`.
    public TensorBoard() {
        this("logs");
    }

    /// Into this folder.
    public TensorBoard(String logDir) {
        this.logDir = Path.of(logDir);
    }

    /// `epoch` (default): after each epoch; `batch`: also after each batch.
    public TensorBoard updateFreq(String name) {
        updateFreq =
                switch (name) {
                    case "epoch" -> 0;
                    case "batch" -> 1;
                    default ->
                            throw new IllegalArgumentException(
                                    "`updateFreq` must be \"epoch\", \"batch\" or a number of batches; got \"%s\"."
                                            .formatted(name));
                };
        return this;
    }

    /// After each epoch, and after every so many batches.
    public TensorBoard updateFreq(int everyBatches) {
        updateFreq = Arguments.positive("updateFreq", everyBatches);
        return this;
    }

    /// Whether the speed is written too; default false.
    public TensorBoard writeStepsPerSecond(boolean on) {
        writeStepsPerSecond = on;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        files = new HashMap<>();
        batches = 0;
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        batchesBefore = batches;
        begun = System.nanoTime();
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        if (updateFreq > 0 && batches % updateFreq == 0) {
            logs.forEach((name, value) -> scalar("train", "batch_" + name, value, batches));
        }
        batches++;
    }

    @Override
    public void onTestEnd(Trainee trainee, Map<String, Double> logs) {
        long step = trainee.optimizer().iterations();
        logs.forEach(
                (name, value) ->
                        scalar("validation", "evaluation_" + name + "_vs_iterations", value, step));
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        logs.forEach(
                (name, value) -> {
                    if (name.startsWith(VALIDATION)) {
                        String bare = name.substring(VALIDATION.length());
                        scalar("validation", "epoch_" + bare, value, epoch);
                    } else {
                        scalar("train", "epoch_" + name, value, epoch);
                    }
                });
        if (!logs.containsKey("learning_rate")) {
            scalar("train", "epoch_learning_rate", trainee.optimizer().learningRate(), epoch);
        }
        if (writeStepsPerSecond) {
            double seconds = (System.nanoTime() - begun) / NANOSECONDS;
            double speed = (batches - batchesBefore) / seconds;
            scalar("train", "epoch_steps_per_second", speed, epoch);
        }
    }

    private void scalar(String part, String tag, double value, long step) {
        files.computeIfAbsent(part, name -> new EventFile(logDir.resolve(name)))
                .scalar(tag, value, step);
    }

    @Override
    public boolean followsBatches() {
        return false; // it only looks
    }

    @Override
    public String toString() {
        return "TensorBoard to " + logDir;
    }
}
