package nacre.training.callbacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Lets a training that was cut off, by a power cut or a killed process, go on where it was: run
/// the same program again, and it ends with the same weights as if nothing had happened.
///
/// `model.fit(x, y).epochs(100).callbacks(new BackupAndRestore("backup")).run()`
///
/// Kept are the weights, what the optimizer remembers, all random numbers, and the place in the
/// data; not what other callbacks remember. A backup within an epoch does not keep the running
/// values of that epoch's loss and metrics.
///
/// Source: [Keras, BackupAndRestore](https://keras.io/api/callbacks/backup_and_restore/).
public final class BackupAndRestore implements Callback {
    private static final String LATEST = "latest.weights.h5";
    private static final String FORMER = "former.weights.h5";

    private final Path backupDir;
    private final SaveFrequency saveFreq = new SaveFrequency();
    private boolean doubleCheckpoint;
    private boolean deleteCheckpoint = true;

    private int epoch;

    /// In this folder, which no other training uses.
    public BackupAndRestore(String backupDir) {
        if (backupDir.isBlank()) {
            throw new IllegalArgumentException(
                    "`backupDir` must be the name of a folder; got none.");
        }
        this.backupDir = Path.of(backupDir);
    }

    /// `epoch` (default): after each epoch.
    public BackupAndRestore saveFreq(String name) {
        saveFreq.set(name);
        return this;
    }

    /// After every so many batches.
    public BackupAndRestore saveFreq(int batches) {
        saveFreq.set(batches);
        return this;
    }

    /// Whether the backup before the last is kept too, and used if the last is damaged; default
    /// false.
    public BackupAndRestore doubleCheckpoint(boolean on) {
        doubleCheckpoint = on;
        return this;
    }

    /// Whether the backup is deleted when training has come to its end; default true.
    public BackupAndRestore deleteCheckpoint(boolean on) {
        deleteCheckpoint = on;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        saveFreq.begin();
        Path latest = backupDir.resolve(LATEST);
        Path former = backupDir.resolve(FORMER);
        if (!Files.isRegularFile(latest)) {
            return;
        }
        try {
            trainee.resume(latest);
        } catch (IllegalArgumentException e) {
            if (!doubleCheckpoint || !Files.isRegularFile(former)) {
                throw e;
            }
            trainee.resume(former);
        }
    }

    @Override
    public void onEpochBegin(Trainee trainee, int number) {
        epoch = number;
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        if (saveFreq.isDueAfterBatch()) {
            keep(trainee, epoch, batch + 1);
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int number, Map<String, Double> logs) {
        if (saveFreq.isEpoch()) {
            keep(trainee, number + 1, 0);
        }
    }

    private void keep(Trainee trainee, int nextEpoch, int nextBatch) {
        Path latest = backupDir.resolve(LATEST);
        try {
            if (doubleCheckpoint && Files.isRegularFile(latest)) {
                Files.copy(latest, backupDir.resolve(FORMER), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trainee.keep(latest, nextEpoch, nextBatch);
    }

    @Override
    public void onTrainEnd(Trainee trainee, Map<String, Double> logs) {
        if (!deleteCheckpoint || !trainee.completed()) {
            return;
        }
        try {
            Files.deleteIfExists(backupDir.resolve(LATEST));
            Files.deleteIfExists(backupDir.resolve(FORMER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean followsBatches() {
        return false; // it changes nothing
    }

    @Override
    public String toString() {
        return "BackupAndRestore in " + backupDir;
    }
}
