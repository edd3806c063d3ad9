package nacre.training.callbacks;

import java.util.Map;
import java.util.TreeMap;
import nacre.display.Screen;
import nacre.training.Callback;
import nacre.training.Logs;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// Shows how training goes: one line that follows the batches and stays at the end.
///
/// The line holds nothing that changes from run to run, so that a lesson's outputs can be compared.
public final class ProgbarLogger implements Callback {
    private static final long PAUSE = 100_000_000; // nanoseconds between two updates
    private Screen.@Nullable Live line;
    private long shown;

    @Override
    public void onTrainBegin(Trainee trainee) {
        line = null;
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        if (System.nanoTime() - shown > PAUSE) {
            show(new Line(logs, "batch " + (batch + 1) + "/" + trainee.plan().batches()));
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        show(new Line(logs, "epoch " + (epoch + 1) + "/" + trainee.plan().epochs()));
    }

    @Override
    public boolean followsBatches() {
        return false; // it only looks
    }

    private void show(Line now) {
        shown = System.nanoTime();
        if (line == null) {
            line = Screen.current().show(now);
        } else {
            line.update(now);
        }
    }

    /// What is shown.
    ///
    /// @param logs the values so far
    /// @param where how far training is
    record Line(Map<String, Double> logs, String where) {
        @Override
        public String toString() {
            return where + " - " + Logs.line(new TreeMap<>(logs));
        }
    }

    @Override
    public String toString() {
        return "ProgbarLogger";
    }
}
