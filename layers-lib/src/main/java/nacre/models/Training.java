package nacre.models;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nacre.display.Screen;
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
    private final Set<String> said = new HashSet<>();
    private Plan plan = new Plan(0, 0, false);
    private boolean stop;
    private boolean completed;
    private int firstEpoch;
    private int firstBatch;

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
        plan = new Plan(epochs, steps, watch.hasData());
        firstEpoch = initialEpoch;
        model.history(history);
        step.build(flow.feed(), flow.batchSize());
        Map<String, Double> logs = new LinkedHashMap<>();
        each(callback -> callback.onTrainBegin(this));
        try {
            for (int epoch = firstEpoch; epoch < epochs && !stop; epoch++) {
                logs = epoch(epoch, steps);
            }
            compiled.optimizer().finalizeVariableValues();
            completed = true;
        } finally {
            Map<String, Double> last = logs;
            inPeace(() -> each(callback -> callback.onTrainEnd(this, last)));
            step.close();
        }
        return history;
    }

    private Map<String, Double> epoch(int epoch, int steps) {
        each(callback -> callback.onEpochBegin(this, epoch));
        compiled.reset();
        step.refresh();
        int batch = firstBatch;
        firstBatch = 0;
        while (!stop && goesOn(batch, steps)) {
            batch = batches(batch, steps);
        }
        if (!stop && batch < steps) {
            say(
                    "The data have ended after %d of %d batches, and so does the epoch; repeat() them, or ask for fewer by stepsPerEpoch."
                            .formatted(batch, steps));
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

    /// Whether an epoch has this batch: it begins with what is left of a pass through the data or
    /// with a new one, and ends with the pass at the latest.
    private boolean goesOn(int batch, int steps) {
        return (batch == 0 || flow.hasMore()) && (batch < steps || steps == BatchSource.UNKNOWN);
    }

    /// A batch, or the several that run between two calls of the callbacks; gives the number of the
    /// next one.
    private int batches(int first, int steps) {
        each(callback -> callback.onTrainBatchBegin(this, first));
        if (followed) {
            step.refresh();
        }
        int next = first;
        do {
            step.train(flow.next());
            next++;
        } while (next < first + compiled.stepsPerExecution() && goesOn(next, steps));
        if (!callbacks.isEmpty()) {
            int last = next - 1;
            Map<String, Double> logs = compiled.logs();
            each(callback -> callback.onTrainBatchEnd(this, last, logs));
        }
        return next;
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
    public void say(String message) {
        if (said.add(message)) {
            Screen.display(message);
        }
    }

    @Override
    public void save(Path file) {
        inPeace(() -> model.save(file));
    }

    @Override
    public void saveWeights(Path file) {
        inPeace(() -> model.saveWeights(file.toString()));
    }

    @Override
    public void keep(Path file, int nextEpoch, int nextBatch) {
        inPeace(() -> Backup.write(file, model, flow, new Backup.Next(nextEpoch, nextBatch)));
    }

    @Override
    public void resume(Path file) {
        Backup.Next next = Backup.read(file, model, flow);
        firstEpoch = next.epoch();
        firstBatch = next.batch();
    }

    @Override
    public boolean completed() {
        return completed;
    }

    @Override
    public Plan plan() {
        return plan;
    }
}
