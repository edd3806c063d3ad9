package nacre.models;

import java.util.function.Supplier;

/// An endless row of batches: when all samples have come, they come again, in a new order if
/// wanted.
final class Flow {
    private final Batches data;
    private final int batchSize;
    private final boolean shuffle;
    private final Model model;
    private int[] order = {};
    private int next;

    Flow(Batches data, int batchSize, boolean shuffle, Model model) {
        this.data = data;
        this.batchSize = batchSize;
        this.shuffle = shuffle;
        this.model = model;
    }

    Batches data() {
        return data;
    }

    int batchSize() {
        return batchSize;
    }

    /// The next batch, to be made where it is used.
    Supplier<Batches> next() {
        if (next == 0) {
            order = shuffle ? data.shuffled(model.nextSeed()) : data.inOrder();
        }
        int number = next;
        int[] present = order;
        next = (next + 1) % data.count(batchSize);
        return () -> data.batch(number, batchSize, present);
    }
}
