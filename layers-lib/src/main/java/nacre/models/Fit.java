package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import nacre.data.DataFeed;
import nacre.data.DataSet;
import nacre.layers.Arguments;
import nacre.training.Callback;
import nacre.training.History;
import nacre.training.callbacks.ProgbarLogger;
import nacre.training.callbacks.TerminateOnNaN;
import org.jspecify.annotations.Nullable;

/// Training, prepared by options and started by [#run].
///
/// ```java
/// var model = Sequential.of(Input.of(1), new Dense(1));
/// model.compile(new SGD(0.1), "mse");
/// Tensor x = Tensor.of(new float[][] {{0}, {1}, {2}}), y = x.mul(2).add(1);
/// var history = model.fit(x, y).epochs(200).verbose(0).run();
/// history.last("loss") < 1e-6   // true
/// ```
///
/// Stopping it (the notebook's Stop, or an interrupt of the thread) ends it before the next step;
/// the model and its history stay as they are then.
public final class Fit {
    final Model model;
    private BatchSource data;
    private @Nullable BatchSource validation;
    private double validationSplit;
    private IntPredicate validates = epoch -> true;
    private int validationSteps; // 0: all
    private int validationBatchSize;
    private int epochs = 1;
    private int initialEpoch;
    private int batchSize; // 0: not said
    private int stepsPerEpoch;
    private boolean shuffle = true;
    private Map<Integer, Double> classWeight = Map.of();
    private final List<Callback> callbacks = new ArrayList<>();
    private boolean verbose = true;

    Fit(Model model, BatchSource data) {
        this.model = model;
        this.data = data;
    }

    /// Up to which epoch; each goes once through the data. Default 1.
    public Fit epochs(int number) {
        epochs = Arguments.positive("epochs", number);
        return this;
    }

    /// From which epoch, if some have been done before; default 0.
    public Fit initialEpoch(int number) {
        initialEpoch = (int) Arguments.notNegative("initialEpoch", number);
        return this;
    }

    /// How many samples make a step; default 32, or as many as give `stepsPerEpoch` steps.
    public Fit batchSize(int samples) {
        batchSize = Arguments.positive("batchSize", samples);
        return this;
    }

    /// How many steps make an epoch; default as many as go once through the data. The next epoch
    /// goes on where one has ended; one in which the data end is shorter.
    public Fit stepsPerEpoch(int steps) {
        stepsPerEpoch = Arguments.positive("stepsPerEpoch", steps);
        return this;
    }

    /// Data that are only looked at, after each epoch, in any form that `fit` takes.
    public Fit validation(Object x, Object y) {
        validation = model.batches(x, y);
        return this;
    }

    /// Data that are only looked at, as they come out of a data feed.
    public Fit validation(DataFeed batches) {
        validation = BatchSource.of(batches);
        return this;
    }

    /// Data that are only looked at.
    public Fit validation(DataSet samples) {
        return validation(samples.x(), samples.y());
    }

    /// Data that are only looked at, with how much each sample counts.
    public Fit validation(Object x, Object y, Object sampleWeight) {
        validation = model.batches(x, y).weighted(Inputs.of(sampleWeight, model.outputNames()));
        return this;
    }

    /// The share of the data, taken from their end, that is only looked at; default 0.
    public Fit validationSplit(double share) {
        validationSplit = Arguments.share("validationSplit", share);
        return this;
    }

    /// After every how many epochs validation data are looked at; default 1.
    public Fit validationFreq(int everyEpochs) {
        int every = Arguments.positive("validationFreq", everyEpochs);
        validates = epoch -> epoch % every == 0;
        return this;
    }

    /// After which epochs, counted from 1, validation data are looked at.
    public Fit validationFreq(List<Integer> epochs) {
        validates = List.copyOf(epochs)::contains;
        return this;
    }

    /// How many batches of the validation data are looked at; default all.
    public Fit validationSteps(int batches) {
        validationSteps = Arguments.positive("validationSteps", batches);
        return this;
    }

    /// How many samples of the validation data are looked at together; default as in training.
    public Fit validationBatchSize(int samples) {
        validationBatchSize = Arguments.positive("validationBatchSize", samples);
        return this;
    }

    /// Whether samples come in a new order in each epoch; default true.
    public Fit shuffle(boolean on) {
        shuffle = on;
        return this;
    }

    /// How much each sample counts; default 1. For several outputs a list or a map by their names.
    public Fit sampleWeight(Object weights) {
        data = whole("sampleWeight").weighted(Inputs.of(weights, model.outputNames()));
        return this;
    }

    /// How much the samples of each class count; default 1.
    public Fit classWeight(Map<Integer, Double> weights) {
        classWeight = Map.copyOf(weights);
        return this;
    }

    /// What happens beside training.
    public Fit callbacks(Callback... more) {
        for (@Nullable Callback callback : more) {
            if (callback == null) {
                throw new IllegalArgumentException("A callback is null.");
            }
            callbacks.add(callback);
        }
        return this;
    }

    /// Whether progress is shown: 0 no, 1 yes (default).
    public Fit verbose(int level) {
        verbose = level > 0;
        return this;
    }

    /// Says that nothing has been trained yet: who leaves out `run()` sees this and not a result.
    @Override
    public String toString() {
        return "Prepared to fit \"%s\", epochs %d to %d. Nothing is trained yet; add .run()"
                .formatted(model.name(), initialEpoch + 1, epochs);
    }

    /// Trains, and gives what was recorded.
    public History run() {
        BatchSource samples = data;
        BatchSource seen = validation;
        if (seen == null && validationSplit > 0) {
            List<Batches> parts = whole("validationSplit").split(validationSplit);
            samples = parts.get(0);
            seen = parts.get(1);
        }
        if (callbacks.stream().noneMatch(TerminateOnNaN.class::isInstance)) {
            samples.checkTargets();
        }
        if (!classWeight.isEmpty()) {
            samples = ClassWeights.apply(classWeight, samples);
        }
        var all = new ArrayList<Callback>(callbacks);
        if (verbose) {
            all.addFirst(new ProgbarLogger());
        }
        int size = size(batchSize, samples, stepsPerEpoch);
        var flow = new Flow(samples, size, shuffle, model);
        int seenSize = validationBatchSize > 0 ? validationBatchSize : batchSize;
        var watch = new Watch(model, seen, size(seenSize, seen, validationSteps));
        return new Training(model, flow, watch.after(validates).most(validationSteps), all)
                .run(initialEpoch, epochs, steps(samples, size));
    }

    /// The size of batches: the one asked for, or by the number of steps, as in Keras.
    private static int size(int asked, @Nullable BatchSource samples, int steps) {
        if (asked > 0) {
            return asked;
        }
        return steps > 0 && samples instanceof Batches all
                ? Math.max(1, Math.ceilDiv(all.samples(), steps))
                : 32;
    }

    private int steps(BatchSource samples, int size) {
        if (stepsPerEpoch > 0) {
            return stepsPerEpoch;
        }
        int steps = samples.count(size);
        if (steps == 0) {
            throw new IllegalArgumentException("There is nothing to train on: no samples came.");
        }
        if (steps == BatchSource.ENDLESS) {
            throw new IllegalArgumentException(
                    "These data never end, as they are repeated; say how many batches make an epoch: stepsPerEpoch(100).");
        }
        return steps;
    }

    /// The data, if they are there as a whole, as some options need them.
    private Batches whole(String option) {
        return switch (data) {
            case Batches all -> all;
            case FedBatches _ ->
                    throw new IllegalArgumentException(
                            "`"
                                    + option
                                    + "` is for data that are all there as tensors; a data feed has "
                                    + (option.equals("sampleWeight")
                                            ? "weights in its items: new Item(inputs, targets, weights)."
                                            : "take(n) and skip(n) to part it."));
        };
    }
}
