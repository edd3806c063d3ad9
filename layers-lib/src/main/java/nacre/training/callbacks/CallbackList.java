package nacre.training.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Several callbacks as one, such as those that every training of a project has.
///
/// ```java
/// new CallbackList(new TerminateOnNaN(), new EarlyStopping().monitor("loss")).callbacks().size()   // 2
/// ```
///
/// A training records its history in any case.
public final class CallbackList implements Callback {
    private final List<Callback> callbacks = new ArrayList<>();

    /// Of these, in this order.
    public CallbackList(Callback... callbacks) {
        this.callbacks.addAll(List.of(callbacks));
    }

    /// Whether a line shows progress; default false.
    public CallbackList addProgbar(boolean on) {
        callbacks.removeIf(ProgbarLogger.class::isInstance);
        if (on) {
            callbacks.add(new ProgbarLogger());
        }
        return this;
    }

    /// One more, after those that are there.
    public CallbackList append(Callback callback) {
        callbacks.add(callback);
        return this;
    }

    /// Those that are there.
    public List<Callback> callbacks() {
        return List.copyOf(callbacks);
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        callbacks.forEach(callback -> callback.onTrainBegin(trainee));
    }

    @Override
    public void onTrainEnd(Trainee trainee, Map<String, Double> logs) {
        callbacks.forEach(callback -> callback.onTrainEnd(trainee, logs));
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        callbacks.forEach(callback -> callback.onEpochBegin(trainee, epoch));
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        callbacks.forEach(callback -> callback.onEpochEnd(trainee, epoch, logs));
    }

    @Override
    public void onTrainBatchBegin(Trainee trainee, int batch) {
        callbacks.forEach(callback -> callback.onTrainBatchBegin(trainee, batch));
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        callbacks.forEach(callback -> callback.onTrainBatchEnd(trainee, batch, logs));
    }

    @Override
    public void onTestBegin(Trainee trainee) {
        callbacks.forEach(callback -> callback.onTestBegin(trainee));
    }

    @Override
    public void onTestEnd(Trainee trainee, Map<String, Double> logs) {
        callbacks.forEach(callback -> callback.onTestEnd(trainee, logs));
    }

    @Override
    public boolean followsBatches() {
        return callbacks.stream().anyMatch(Callback::followsBatches);
    }

    @Override
    public String toString() {
        return callbacks.toString();
    }
}
