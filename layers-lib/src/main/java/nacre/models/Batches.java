package nacre.models;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nacre.compute.Threads;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Samples cut into batches: inputs, targets and perhaps weights with the same number of samples.
///
/// @param x the inputs
/// @param y the targets
/// @param weights how much samples count: none, one for all outputs, or one for each
record Batches(List<Tensor> x, List<Tensor> y, List<Tensor> weights) implements BatchSource {
    private static final int GRAIN = 16_384; // fewer numbers are copied before a thread has begun

    Batches(List<Tensor> x, List<Tensor> y) {
        this(x, y, List.of());
    }

    Batches {
        x = List.copyOf(x);
        y = List.copyOf(y);
        weights = List.copyOf(weights);
        var all = new ArrayList<Tensor>(x);
        all.addAll(y);
        all.addAll(weights);
        for (Tensor tensor : all) {
            if (tensor.rank() == 0 || tensor.dim(0) != x.get(0).dim(0)) {
                throw new IllegalArgumentException(
                        "Inputs, targets and weights need the same number of samples along the first axis; got "
                                + all.stream().map(Tensor::shape).toList()
                                + ".");
            }
        }
    }

    /// The same samples with other weights.
    Batches weighted(List<Tensor> newWeights) {
        return new Batches(x, y, newWeights);
    }

    /// The weights that belong to an output.
    @Nullable Tensor weightsOf(int output) {
        return weights.isEmpty() ? null : weights.get(weights.size() == 1 ? 0 : output);
    }

    int samples() {
        return x.get(0).dim(0);
    }

    @Override
    public int count(int batchSize) {
        return Math.ceilDiv(samples(), batchSize);
    }

    @Override
    public boolean canShuffle() {
        return true;
    }

    @Override
    public void checkTargets() {
        for (Tensor targets : y) {
            float[] values = targets.data();
            for (int i = 0; i < values.length; i++) {
                if (Float.isNaN(values[i])) {
                    throw new IllegalArgumentException(
                            "The targets of sample %d hold NaN, which is no number: nothing can be learned from that. Leave the sample out, or look where it comes from."
                                    .formatted(i / (values.length / samples())));
                }
            }
        }
    }

    @Override
    public Iterator<Supplier<Batches>> pass(int batchSize, Place place) {
        if (!place.shuffled() && count(batchSize) == 1) { // nothing to cut, nothing to copy
            return List.<Supplier<Batches>>of(() -> this).iterator();
        }
        int[] order = place.shuffled() ? shuffled(place.seed()) : inOrder();
        return IntStream.range(0, count(batchSize))
                .<Supplier<Batches>>mapToObj(number -> () -> batch(number, batchSize, order))
                .iterator();
    }

    @Override
    public List<Shape> inputShapes(int batchSize) {
        int samples = Math.min(batchSize, samples());
        return x.stream().map(input -> input.shape().with(0, samples)).toList();
    }

    /// Batch `number` of samples in this order.
    Batches batch(int number, int batchSize, int... order) {
        int from = number * batchSize;
        return at(from, from + Math.min(batchSize, samples() - from), order);
    }

    /// The samples at these places of the order.
    private Batches at(int from, int to, int... order) {
        return new Batches(
                x.stream().map(tensor -> rows(tensor, from, to, order)).toList(),
                y.stream().map(tensor -> rows(tensor, from, to, order)).toList(),
                weights.stream().map(tensor -> rows(tensor, from, to, order)).toList());
    }

    private static Tensor rows(Tensor tensor, int from, int to, int... order) {
        Shape shape = tensor.shape().with(0, to - from);
        int width = tensor.dim(0) == 0 ? 0 : tensor.size() / tensor.dim(0);
        float[] values = Tape.array(shape.size());
        float[] all = tensor.data();
        Threads.forEach(
                to - from,
                Math.max(1, GRAIN / Math.max(1, width)),
                (first, last) -> {
                    for (int i = first; i < last; i++) {
                        System.arraycopy(all, order[from + i] * width, values, i * width, width);
                    }
                });
        return Tensor.wrap(values, shape);
    }

    /// The places 0, 1, 2, ….
    int[] inOrder() {
        int[] order = new int[samples()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }

    /// The places in an order drawn from a seed (Fisher and Yates).
    int[] shuffled(long seed) {
        int[] order = inOrder();
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(RandomStream.mix(seed, i), i + 1L);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /// The first and the last part, cut so that the last is this share of all.
    List<Batches> split(double share) {
        int cut = (int) Math.floor(samples() * (1 - share));
        if (cut == 0 || cut == samples()) {
            throw new IllegalArgumentException(
                    "A `validationSplit` of "
                            + share
                            + " of "
                            + samples()
                            + " samples leaves none to "
                            + (cut == 0 ? "train on" : "validate with")
                            + ".");
        }
        int[] order = inOrder();
        return List.of(at(0, cut, order), at(cut, samples(), order));
    }
}
