package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nacre.compute.Interrupted;
import nacre.layers.Call;
import nacre.tensor.ArrayStore;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Callback;
import nacre.training.History;
import nacre.training.Optimizer;
import nacre.training.Trainee;
import nacre.training.callbacks.Progress;
import org.jspecify.annotations.Nullable;

/// Training, prepared by options and started by [#run]: `model.fit(x,
/// y).epochs(4).batchSize(32).run()`.
///
/// Stopping it (the notebook's Stop, or an interrupt of the thread) ends it after the present
/// batch; the model and its history stay as they are then.
public final class Fit {
    private final Model model;
    private Batches data;
    private @Nullable Batches validation;
    private double validationSplit;
    private int epochs = 1;
    private int initialEpoch;
    private int batchSize = 32;
    private boolean shuffle = true;
    private Map<Integer, Double> classWeight = Map.of();
    private final List<Callback> callbacks = new ArrayList<>();
    private boolean verbose = true;

    Fit(Model model, Batches data) {
        this.model = model;
        this.data = data;
    }

    /// Up to which epoch; each goes once through the data. Default 1.
    public Fit epochs(int number) {
        epochs = number;
        return this;
    }

    /// From which epoch, if some have been done before; default 0.
    public Fit initialEpoch(int number) {
        initialEpoch = number;
        return this;
    }

    /// How many samples make a step; default 32.
    public Fit batchSize(int samples) {
        batchSize = nacre.layers.Arguments.positive("batchSize", samples);
        return this;
    }

    /// Data that are only looked at, after each epoch.
    public Fit validation(Tensor x, Tensor y) {
        return validation(List.of(x), List.of(y));
    }

    /// Data with several inputs or outputs that are only looked at, after each epoch.
    public Fit validation(List<Tensor> x, List<Tensor> y) {
        validation = new Batches(x, y);
        return this;
    }

    /// The share of the data, taken from their end, that is only looked at; default 0.
    public Fit validationSplit(double share) {
        validationSplit = nacre.layers.Arguments.share("validationSplit", share);
        return this;
    }

    /// Whether samples come in a new order in each epoch; default true.
    public Fit shuffle(boolean on) {
        shuffle = on;
        return this;
    }

    /// How much each sample counts; default 1.
    public Fit sampleWeight(Tensor weights) {
        data = new Batches(data.x(), data.y(), weights);
        return this;
    }

    /// How much the samples of each class count; default 1.
    public Fit classWeight(Map<Integer, Double> weights) {
        classWeight = Map.copyOf(weights);
        return this;
    }

    /// What happens beside training.
    public Fit callbacks(Callback... more) {
        Model.checkCallbacks(more);
        callbacks.addAll(List.of(more));
        return this;
    }

    /// Whether progress is shown: 0 no, 1 yes (default).
    public Fit verbose(int level) {
        verbose = level > 0;
        return this;
    }

    /// Trains, and gives what was recorded.
    public History run() {
        if (validationSplit > 0) {
            List<Batches> parts = data.split(validationSplit);
            data = parts.get(0);
            validation = parts.get(1);
        }
        if (!classWeight.isEmpty()) {
            data = new Batches(data.x(), data.y(), ClassWeights.of(classWeight, data));
        }
        if (verbose) {
            callbacks.addFirst(new Progress());
        }
        return new Loop().run();
    }

    /// The loop over epochs and batches.
    private final class Loop implements Trainee {
        private final Compiled compiled = model.compiled();
        private final ArrayStore store = new ArrayStore();
        private final History history = new History();
        private boolean stop;

        History run() {
            model.history(history);
            Map<String, Double> logs = new LinkedHashMap<>();
            callbacks.forEach(callback -> callback.onTrainBegin(this));
            try {
                for (int epoch = initialEpoch; epoch < epochs && !stop; epoch++) {
                    logs = epoch(epoch);
                }
            } finally {
                Map<String, Double> last = logs;
                callbacks.forEach(callback -> callback.onTrainEnd(this, last));
            }
            return history;
        }

        private Map<String, Double> epoch(int epoch) {
            callbacks.forEach(callback -> callback.onEpochBegin(this, epoch));
            compiled.reset();
            int[] order = shuffle ? data.shuffled(model.nextSeed()) : data.inOrder();
            int batches = data.count(batchSize);
            for (int i = 0; i < batches && !stop; i++) {
                int batch = i;
                if (Thread.currentThread().isInterrupted()) {
                    throw new Interrupted();
                }
                callbacks.forEach(callback -> callback.onTrainBatchBegin(this, batch));
                step(data, i * batchSize, Math.min((i + 1) * batchSize, data.samples()), order);
                if (!callbacks.isEmpty()) {
                    Map<String, Double> now = compiled.logs();
                    callbacks.forEach(callback -> callback.onTrainBatchEnd(this, batch, now));
                }
            }
            Map<String, Double> logs = new LinkedHashMap<>(compiled.logs());
            if (validation != null) {
                new Evaluation(model)
                        .run(validation, batchSize)
                        .forEach((name, value) -> logs.put("val_" + name, value));
            }
            callbacks.forEach(callback -> callback.onEpochEnd(this, epoch, logs));
            history.add(epoch, logs);
            return logs;
        }

        /// Forward, backward, and one step of the optimizer.
        private void step(Batches all, int from, int to, int... order) {
            List<Weight> weights = model.trainableWeights();
            var tape = new Tape(new LinkedHashSet<>(weights), store);
            Tensor loss =
                    tape.run(
                            () -> {
                                Batches batch = all.at(from, to, order);
                                List<Tensor> outputs = model.applyAll(batch.x(), Call.training());
                                Tensor own =
                                        compiled.update(model, batch.y(), outputs, batch.weights());
                                compiled.optimizer()
                                        .apply(model.trainableWeights(), tape.gradients(own));
                                return own;
                            });
            tape.close();
            if (loss.shape().rank() != 0) {
                throw new IllegalStateException(
                        "A loss must be one number; got shape " + loss.shape() + ".");
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
            return new Plan(epochs, data.count(batchSize));
        }
    }
}
