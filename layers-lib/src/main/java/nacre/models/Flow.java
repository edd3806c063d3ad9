package nacre.models;

import java.util.Collections;
import java.util.Iterator;
import java.util.function.Supplier;

/// An endless row of batches: when all samples have come, they come again, in a new order if
/// wanted.
final class Flow {
    private final BatchSource feed;
    private final int batchSize;
    private final boolean shuffle;
    private final Model model;
    private Iterator<Supplier<Batches>> pass = Collections.emptyIterator();
    private BatchSource.Place place = new BatchSource.Place(-1, false, 0);
    private long taken;

    Flow(BatchSource feed, int batchSize, boolean shuffle, Model model) {
        this.feed = feed;
        this.batchSize = batchSize;
        this.shuffle = shuffle && feed.canShuffle();
        this.model = model;
    }

    BatchSource feed() {
        return feed;
    }

    int batchSize() {
        return batchSize;
    }

    /// Whether the present pass has more batches.
    boolean hasMore() {
        return pass.hasNext();
    }

    /// The next batch, to be made where it is used.
    Supplier<Batches> next() {
        if (!pass.hasNext()) {
            begin(
                    new BatchSource.Place(
                            place.number() + 1, shuffle, shuffle ? model.nextSeed() : 0));
            if (!pass.hasNext()) {
                throw new IllegalArgumentException("There are no data: not a single batch came.");
            }
        }
        taken++;
        return pass.next();
    }

    private void begin(BatchSource.Place newPlace) {
        place = newPlace;
        pass = feed.pass(batchSize, place);
        taken = 0;
    }

    /// Which pass it is in.
    BatchSource.Place place() {
        return place;
    }

    /// How many batches of the pass have come.
    long taken() {
        return taken;
    }

    /// Goes on within a pass after so many batches.
    void goTo(BatchSource.Place newPlace, long batches) {
        if (newPlace.number() < 0) {
            return; // nothing had been taken yet
        }
        begin(newPlace);
        for (; taken < batches && pass.hasNext(); taken++) {
            Supplier<Batches> unused = pass.next();
        }
    }
}
