package nacre.models;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nacre.data.DataFeed;
import nacre.tensor.Shape;

/// Where batches come from: tensors that are all there, or a data feed.
sealed interface BatchSource permits Batches, FedBatches {
    /// The number of batches when nobody knows it.
    int UNKNOWN = -1;

    /// The number of batches of a data feed that never ends.
    int ENDLESS = -2;

    /// How many batches one pass has, [#UNKNOWN] or [#ENDLESS].
    int count(int batchSize);

    /// Whether the order of the samples can be chosen.
    boolean canShuffle();

    /// The batches of one pass, each to be made where it is used.
    ///
    /// @param place what the pass is told by: the seed of its order, or its number
    Iterator<Supplier<Batches>> pass(int batchSize, Place place);

    /// Says so if targets that are known hold what is no number, as then nothing can be learned.
    void checkTargets();

    /// The shapes of a batch's inputs.
    List<Shape> inputShapes(int batchSize);

    /// Which way through the data.
    ///
    /// @param number how many passes came before
    /// @param shuffled whether samples come in an order drawn from the seed
    /// @param seed the seed
    record Place(long number, boolean shuffled, long seed) {
        static final Place FIRST = new Place(0, false, 0);
    }

    /// What a learner gave as data without targets beside them.
    static BatchSource of(DataFeed data) {
        return new FedBatches(data, UnaryOperator.identity());
    }
}
