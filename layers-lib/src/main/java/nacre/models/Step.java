package nacre.models;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nacre.compute.Interrupted;
import nacre.layers.Call;
import nacre.tensor.ArrayStore;
import nacre.tensor.Gradients;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;

/// One batch through a model: forward, and in training backward and a step of the optimizer.
///
/// Batches are made inside, in arrays that are used again and again, so that a steady run makes no
/// garbage.
final class Step implements AutoCloseable {
    private final Model model;
    private final ArrayStore store;
    private List<Weight> weights = List.of();
    private Set<Weight> watched = Set.of();

    Step(Model model) {
        this(model, ArrayStore.borrow());
    }

    /// A step with arrays of its own.
    Step(Model model, ArrayStore store) {
        this.model = model;
        this.store = store;
        SlowEngine.notice();
    }

    /// Makes the model's weights, if it has none yet, for batches like these.
    void build(BatchSource data, int batchSize) {
        if (!model.built()) {
            List<Shape> unused = model.outputShapes(data.inputShapes(batchSize));
        }
        WeightPaths.tell(model);
        refresh();
    }

    /// Looks again which weights are to be trained: layers may have been frozen since.
    void refresh() {
        weights = model.trainableWeights();
        watched = new LinkedHashSet<>(weights);
    }

    /// Trains on a batch. An interrupt stops it before weights move or after, but not in between.
    void train(Supplier<Batches> data) {
        Compiled compiled = model.compiled();
        var tape = new Tape(watched, store);
        run(
                tape,
                () -> {
                    Batches batch = data.get();
                    List<Tensor> outputs = model.applyAll(batch.x(), Call.training());
                    Tensor loss = compiled.update(model, batch, outputs, weights);
                    compiled.checkLoss(model, weights);
                    Gradients gradients = tape.gradients(compiled.optimizer().scaleLoss(loss));
                    Interrupted.holdOff(() -> compiled.optimizer().apply(weights, gradients));
                });
    }

    /// The loss and its gradients in training, without a step.
    LossGradients gradients(Batches batch) {
        var tape = new Tape(watched);
        return tape.run(
                () -> {
                    List<Tensor> outputs = model.applyAll(batch.x(), Call.training());
                    Tensor loss = model.compiled().update(model, batch, outputs, weights);
                    Gradients gradients = tape.gradients(loss);
                    return new LossGradients(
                            loss.item(),
                            weights.stream().map(gradients::of).map(Tensor::detach).toList());
                });
    }

    /// How many bytes the arrays of a step have.
    long bytes() {
        return store.bytes();
    }

    /// Judges a batch without training.
    void test(Supplier<Batches> data) {
        Compiled compiled = model.compiled();
        pass(
                data,
                (batch, outputs) -> {
                    Tensor unused = compiled.update(model, batch, outputs, weights);
                });
    }

    /// What is done with a batch and its outputs before their arrays are used again.
    interface Use {
        void of(Batches batch, List<Tensor> outputs);
    }

    /// Runs a batch through the model without training.
    void pass(Supplier<Batches> data, Use use) {
        run(
                new Tape(Set.of(), store),
                () -> {
                    Batches batch = data.get();
                    use.of(batch, model.applyAll(batch.x(), Call.inference()));
                });
    }

    /// Leaves the arrays to whoever runs a model next.
    @Override
    public void close() {
        store.giveBack();
    }

    private void run(Tape tape, Runnable work) {
        Interrupted.check();
        boolean unused =
                tape.run(
                        () -> {
                            work.run();
                            model.keepLosses();
                            return true;
                        });
        tape.close();
    }
}
