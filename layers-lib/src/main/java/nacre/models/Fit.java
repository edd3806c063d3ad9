package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.training.Callback;
import nacre.training.History;
import nacre.training.callbacks.Progress;
import org.jspecify.annotations.Nullable;

/// Training, prepared by options and started by [#run]: `model.fit(x,
/// y).epochs(4).batchSize(32).run()`.
///
/// Stopping it (the notebook's Stop, or an interrupt of the thread) ends it before the next step;
/// the model and its history stay as they are then.
public final class Fit {
    final Model model;
    private Batches data;
    private @Nullable Batches validation;
    private double validationSplit;
    private int validationFreq = 1;
    private int validationSteps = Integer.MAX_VALUE;
    private int validationBatchSize;
    private int epochs = 1;
    private int initialEpoch;
    private int batchSize = 32;
    private int stepsPerEpoch;
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
        batchSize = Arguments.positive("batchSize", samples);
        return this;
    }

    /// How many steps make an epoch; default as many as go once through the data. The next epoch
    /// goes on where one has ended.
    public Fit stepsPerEpoch(int steps) {
        stepsPerEpoch = Arguments.positive("stepsPerEpoch", steps);
        return this;
    }

    /// Data that are only looked at, after each epoch, in any form that `fit` takes.
    public Fit validation(Object x, Object y) {
        validation = model.batches(x, y);
        return this;
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
        validationFreq = Arguments.positive("validationFreq", everyEpochs);
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
        data = data.weighted(Inputs.of(weights, model.outputNames()));
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
        Batches samples = classWeight.isEmpty() ? data : ClassWeights.apply(classWeight, data);
        Batches seen = validation;
        if (seen == null && validationSplit > 0) {
            List<Batches> parts = samples.split(validationSplit);
            samples = parts.get(0);
            seen = parts.get(1);
        }
        var all = new ArrayList<Callback>(callbacks);
        if (verbose) {
            all.addFirst(new Progress());
        }
        int steps = stepsPerEpoch > 0 ? stepsPerEpoch : samples.count(batchSize);
        var flow = new Flow(samples, batchSize, shuffle, model);
        var watch =
                new Watch(model, seen, validationBatchSize > 0 ? validationBatchSize : batchSize);
        return new Training(model, flow, watch.every(validationFreq).most(validationSteps), all)
                .run(initialEpoch, epochs, steps);
    }
}
