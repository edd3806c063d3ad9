package nacre.models;

import java.util.ArrayList;
import java.util.List;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Samples cut into batches: inputs, targets and perhaps weights with the same number of samples.
record Batches(List<Tensor> x, List<Tensor> y, @Nullable Tensor weights) {

    Batches(List<Tensor> x, List<Tensor> y) {
        this(x, y, null);
    }

    Batches {
        x = List.copyOf(x);
        y = List.copyOf(y);
        int samples = x.get(0).dim(0);
        var all = new ArrayList<Tensor>(x);
        all.addAll(y);
        if (weights != null) {
            all.add(weights);
        }
        for (Tensor tensor : all) {
            if (tensor.rank() == 0 || tensor.dim(0) != samples) {
                throw new IllegalArgumentException(
                        "Inputs and targets need the same number of samples along the first axis; got "
                                + all.stream().map(Tensor::shape).toList()
                                + ".");
            }
        }
    }

    int samples() {
        return x.get(0).dim(0);
    }

    int count(int batchSize) {
        return (samples() + batchSize - 1) / batchSize;
    }

    /// The samples at these places of the order.
    Batches at(int from, int to, int... order) {
        return new Batches(
                x.stream().map(tensor -> rows(tensor, from, to, order)).toList(),
                y.stream().map(tensor -> rows(tensor, from, to, order)).toList(),
                weights == null ? null : rows(weights, from, to, order));
    }

    private static Tensor rows(Tensor tensor, int from, int to, int... order) {
        Shape shape = tensor.shape().with(0, to - from);
        int width = tensor.dim(0) == 0 ? 0 : tensor.size() / tensor.dim(0);
        float[] values = Tape.array(shape.size());
        for (int i = from; i < to; i++) {
            System.arraycopy(tensor.data(), order[i] * width, values, (i - from) * width, width);
        }
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
        int cut = (int) (samples() * (1 - share));
        int[] order = inOrder();
        return List.of(at(0, cut, order), at(cut, samples(), order));
    }
}
