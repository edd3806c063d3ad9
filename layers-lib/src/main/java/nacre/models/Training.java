package nacre.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.History;
import nacre.training.Optimizer;
import nacre.training.Trainee;

/// The loop over epochs and batches.
final class Training implements Trainee {
    private final Model model;
    private final Flow flow;
    private final Watch watch;
    private final List<Callback> callbacks;
    private final boolean followed; // somebody may change the model between two batches
    private final Compiled compiled;
    private final Step step;
    private final History history = new History();
    private Plan plan = new Plan(0, 0);
    private boolean stop;

    Training(Model model, Flow flow, Watch watch, List<Callback> callbacks) {
        this.model = model;
        this.flow = flow;
        this.watch = watch;
        this.callbacks = List.copyOf(callbacks);
        this.followed = callbacks.stream().anyMatch(Callback::followsBatches);
        this.compiled = model.compiled();
        this.step = new Step(model);
    }

    History run(int initialEpoch, int epochs, int steps) {
        plan = new Plan(epochs, steps);
        model.history(history);
        step.build(flow.data(), flow.batchSize());
        Map<String, Double> logs = new LinkedHashMap<>();
        each(callback -> callback.onTrainBegin(this));
        try {
            for (int epoch = initialEpoch; epoch < epochs && !stop; epoch++) {
                logs = epoch(epoch, steps);
            }
            compiled.optimizer().finalizeVariableValues();
        } finally {
            Map<String, Double> last = logs;
            inPeace(() -> each(callback -> callback.onTrainEnd(this, last)));
        }
        return history;
    }

    private Map<String, Double> epoch(int epoch, int steps) {
        each(callback -> callback.onEpochBegin(this, epoch));
        compiled.reset();
        step.refresh();
        for (int i = 0; i < steps && !stop; i++) {
            batch(i);
        }
        Map<String, Double> logs = new LinkedHashMap<>(compiled.logs());
        if (watch.isDue(epoch)) {
            each(callback -> callback.onTestBegin(this));
            Map<String, Double> seen = watch.look();
            each(callback -> callback.onTestEnd(this, seen));
            seen.forEach((name, value) -> logs.put("val_" + name, value));
        }
        each(callback -> callback.onEpochEnd(this, epoch, logs));
        history.add(epoch, logs);
        return logs;
    }

    private void batch(int number) {
        if (callbacks.isEmpty()) {
            step.train(flow.next());
            return;
        }
        each(callback -> callback.onTrainBatchBegin(this, number));
        if (followed) {
            step.refresh();
        }
        step.train(flow.next());
        Map<String, Double> logs = compiled.logs();
        each(callback -> callback.onTrainBatchEnd(this, number, logs));
    }

    private void each(Consumer<Callback> action) {
        for (Callback callback : callbacks) {
            action.accept(callback);
        }
    }

    /// Does something that an interrupt is not to disturb, such as writing a file; it is passed on
    /// afterwards.
    private static void inPeace(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public List<Tensor> getWeights() {
        return model.getWeights();
    }

    @Override
    public void setWeights(List<Tensor> values) {
        model.setWeights(values);
    }

    @Override
    public Optimizer<?> optimizer() {
        return compiled.optimizer();
    }

    @Override
    public void stopTraining() {
        stop = true;
    }

    @Override
    public Plan plan() {
        return plan;
    }
}
