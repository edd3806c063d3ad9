package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nacre.tensor.ArrayStore;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;

/// How much memory training takes, in bytes: what it holds at the end of a step's way back, when it
/// is most. The data themselves are not in it. A last batch that is smaller has arrays of its own
/// beside those of the others, unless both would fill more than a quarter of the heap.
///
/// ```java
/// var model = Sequential.of(Input.of(784), new Dense(128), new Dense(10));
/// model.compile("adam", "mse");
/// model.memory(32).weights()   // 407080
/// model.memory(64).total() > model.memory(32).total()   // true
/// ```
///
/// @param batch how many samples a step has
/// @param weights what the weights take, trained or not
/// @param optimizer what the optimizer keeps for each weight
/// @param step the batch, what the layers make of it, and all gradients
public record Memory(int batch, long weights, long optimizer, long step) {
    /// Two sizes of a batch that are tried; a single sample would be spared some work.
    private static final int SMALL = 2;

    private static final int LARGER = 3;

    /// All of it.
    public long total() {
        return weights + optimizer + step;
    }

    /// In words, with the heap that is there.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: weights %s, optimizer %s, a step of %d samples %s; the heap holds at most %s",
                megabytes(total()),
                megabytes(weights),
                megabytes(optimizer),
                batch,
                megabytes(step),
                megabytes(Runtime.getRuntime().maxMemory()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1024.0 / 1024.0);
    }

    /// Takes a copy of the model through two steps with few samples: what a step holds grows with
    /// their number along a straight line.
    static Memory of(Model model, int batch) {
        Model copy = Models.clone(model);
        long small = step(model, copy, SMALL);
        long larger = step(model, copy, LARGER);
        long more = (larger - small) / (LARGER - SMALL);
        long weights = 0;
        for (Weight weight : copy.weights()) {
            weights += bytes(weight.shape());
        }
        long optimizer = Float.BYTES * copy.optimizerNumbers();
        return new Memory(batch, weights, optimizer, small + more * (batch - SMALL));
    }

    private static long bytes(Shape shape) {
        return (long) Float.BYTES * shape.size();
    }

    /// Targets are tried as large as the outputs, then as numbers of classes.
    private static long step(Model model, Model copy, int samples) {
        try {
            return step(model, copy, samples, false);
        } catch (IllegalArgumentException e) {
            return step(model, copy, samples, true);
        }
    }

    private static long step(Model model, Model copy, int samples, boolean classes) {
        copy.compileFromConfig(model.getCompileConfig());
        var x = new ArrayList<Tensor>();
        var y = new ArrayList<Tensor>();
        for (Tensor input : model.inputs()) {
            x.add(zeros(model, input.shape(), samples));
        }
        for (Tensor output : model.outputs()) {
            Shape shape = output.shape();
            y.add(zeros(model, classes && shape.rank() > 1 ? shape.drop(-1) : shape, samples));
        }
        var data = new Batches(x, y);
        var step = new Step(copy, new ArrayStore()); // one that has nothing from other runs
        step.build(data, samples);
        step.train(() -> data.batch(0, samples, data.inOrder()));
        return step.bytes();
    }

    private static Tensor zeros(Model model, Shape shape, int samples) {
        Shape whole = shape.with(0, samples);
        List<Integer> unknown = new ArrayList<>();
        for (int axis = 1; axis < whole.rank(); axis++) {
            if (whole.dim(axis) < 0) {
                unknown.add(axis);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "The memory of "
                            + model.name()
                            + " depends on sizes that are open: axis "
                            + unknown
                            + " of "
                            + shape
                            + ". Give the Input these sizes to see it.");
        }
        return Tensor.zeros(whole);
    }
}
