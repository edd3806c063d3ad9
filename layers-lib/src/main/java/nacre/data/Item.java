package nacre.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nacre.tensor.Tensor;

/// What flows through a [DataFeed]: one sample, or after `batch` several of them along a new first
/// axis.
///
/// @param inputs a tensor for each input of a model
/// @param targets a tensor for each output of a model; none if only predictions are wanted
/// @param weights how much samples count: none, one tensor, or one for each output
public record Item(List<Tensor> inputs, List<Tensor> targets, List<Tensor> weights) {
    public Item {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        weights = List.copyOf(weights);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("An item needs at least one input; got none.");
        }
    }

    /// One input and its answer.
    public Item(Tensor x, Tensor y) {
        this(List.of(x), List.of(y), List.of());
    }

    /// One input without an answer.
    public Item(Tensor x) {
        this(List.of(x), List.of(), List.of());
    }

    /// The first input.
    public Tensor x() {
        return inputs.get(0);
    }

    /// The first target.
    public Tensor y() {
        if (targets.isEmpty()) {
            throw new IllegalStateException("This item has inputs only, and no targets.");
        }
        return targets.get(0);
    }

    /// The same with another first input: `item.x(item.x().div(255))`.
    public Item x(Tensor x) {
        var changed = new ArrayList<>(inputs);
        changed.set(0, x);
        return new Item(changed, targets, weights);
    }

    /// Samples stacked along a new first axis.
    static Item batch(List<Item> samples) {
        return new Item(
                stacked(samples, Item::inputs),
                stacked(samples, Item::targets),
                stacked(samples, Item::weights));
    }

    private static List<Tensor> stacked(List<Item> samples, Function<Item, List<Tensor>> part) {
        int count = part.apply(samples.get(0)).size();
        return IntStream.range(0, count).mapToObj(i -> stacked(samples, part, i)).toList();
    }

    private static Tensor stacked(List<Item> samples, Function<Item, List<Tensor>> part, int i) {
        List<Tensor> all = samples.stream().map(sample -> part.apply(sample).get(i)).toList();
        for (Tensor one : all) {
            if (!one.shape().equals(all.get(0).shape())) {
                throw new IllegalArgumentException(
                        "The samples of a batch must all have the same shape; got "
                                + all.get(0).shape()
                                + " and "
                                + one.shape()
                                + ".");
            }
        }
        return Tensor.stack(all, 0);
    }

    @Override
    public String toString() {
        return "x "
                + inputs.stream().map(Tensor::shape).toList()
                + (targets.isEmpty() ? "" : ", y " + targets.stream().map(Tensor::shape).toList());
    }
}
