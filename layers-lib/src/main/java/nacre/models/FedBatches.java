package nacre.models;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nacre.data.DataFeed;
import nacre.data.Item;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The batches of a data feed. They are made before a step begins, as the data feed's own code may
/// keep tensors, and steps use their arrays again.
///
/// @param data the data feed
/// @param change what is done with each batch
record FedBatches(DataFeed data, UnaryOperator<Batches> change) implements BatchSource {
    FedBatches {
        if (!data.batched()) {
            throw new IllegalArgumentException(
                    "A model takes batches, and this data feed gives single samples; end it with .batch(32).");
        }
    }

    @Override
    public int count(int batchSize) {
        long size = data.size();
        return size == DataFeed.UNKNOWN
                ? UNKNOWN
                : size == DataFeed.ENDLESS ? ENDLESS : Math.toIntExact(size);
    }

    @Override
    public boolean canShuffle() {
        return false;
    }

    @Override
    public void checkTargets() {
        // not known before they come
    }

    @Override
    public Iterator<Supplier<Batches>> pass(int batchSize, Place place) {
        Iterator<Item> items = data.pass(place.number());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Supplier<Batches> next() {
                Batches batch = batch(items.next());
                return () -> batch;
            }
        };
    }

    private Batches batch(Item item) {
        return change.apply(new Batches(item.inputs(), item.targets(), item.weights()));
    }

    @Override
    public List<Shape> inputShapes(int batchSize) {
        return data.first().inputs().stream().map(Tensor::shape).toList();
    }
}
