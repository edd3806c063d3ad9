package nacre.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nacre.tensor.Tensor;

/// The rows of tensors as items, one after the other.
///
/// @param inputs a tensor for each input
/// @param targets a tensor for each target
record Rows(List<Tensor> inputs, List<Tensor> targets) implements Iterable<Item> {
    Rows {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A data feed needs at least one input; got none.");
        }
        for (List<Tensor> tensors : List.of(inputs, targets)) {
            for (Tensor tensor : tensors) {
                if (tensor.rank() == 0 || tensor.dim(0) != inputs.get(0).dim(0)) {
                    throw new IllegalArgumentException(
                            "Inputs and targets need one row for each sample; the first input has shape "
                                    + inputs.get(0).shape()
                                    + ", and there is one of shape "
                                    + tensor.shape()
                                    + ".");
                }
            }
        }
    }

    int size() {
        return inputs.get(0).dim(0);
    }

    @Override
    public Iterator<Item> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public Item next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The data are at their end.");
                }
                int row = next++;
                return new Item(at(inputs, row), at(targets, row), List.of());
            }
        };
    }

    private static List<Tensor> at(List<Tensor> tensors, int row) {
        return tensors.stream().map(tensor -> tensor.at(0, row).detach()).toList();
    }
}
