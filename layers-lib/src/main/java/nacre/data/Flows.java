package nacre.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import nacre.tensor.RandomStream;
import org.jspecify.annotations.Nullable;

/// The steps of a [DataFeed] at work: each takes from the one before it when it is asked.
final class Flows {
    private Flows() {}

    /// A step that looks for its next item before it says whether there is one.
    private abstract static class Step implements Iterator<Item> {
        private @Nullable Item waiting;

        /// The next item, or null at the end.
        abstract @Nullable Item find();

        @Override
        public boolean hasNext() {
            if (waiting == null) {
                waiting = find();
            }
            return waiting != null;
        }

        @Override
        public Item next() {
            Item item = waiting == null ? find() : waiting;
            waiting = null;
            if (item == null) {
                throw new NoSuchElementException("The data are at their end.");
            }
            return item;
        }
    }

    /// Items from a learner's code, which is asked no more than needed.
    static final class Given extends Step {
        private final Iterator<Item> items;

        Given(Iterator<Item> items) {
            this.items = items;
        }

        @Override
        @Nullable Item find() {
            return items.hasNext() ? items.next() : null;
        }
    }

    static final class Mapped implements Iterator<Item> {
        private final Iterator<Item> items;
        private final UnaryOperator<Item> change;

        Mapped(Iterator<Item> items, UnaryOperator<Item> change) {
            this.items = items;
            this.change = change;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public Item next() {
            return change.apply(items.next());
        }
    }

    /// Holds some items, gives one of them by chance and takes the next into its place.
    static final class Shuffled extends Step {
        private final Iterator<Item> items;
        private final int buffer;
        private final RandomStream random;
        private final List<Item> held = new ArrayList<>();

        Shuffled(Iterator<Item> items, int buffer, long seed, long pass) {
            this.items = items;
            this.buffer = buffer;
            this.random = new RandomStream(RandomStream.mix(seed, pass));
        }

        @Override
        @Nullable Item find() {
            while (held.size() < buffer && items.hasNext()) {
                held.add(items.next());
            }
            if (held.isEmpty()) {
                return null;
            }
            int chosen = (int) Long.remainderUnsigned(random.next(), held.size());
            Collections.swap(held, chosen, held.size() - 1);
            return held.removeLast();
        }
    }

    static final class Batched extends Step {
        private final Iterator<Item> items;
        private final int samples;
        private final boolean dropRemainder;

        Batched(Iterator<Item> items, int samples, boolean dropRemainder) {
            this.items = items;
            this.samples = samples;
            this.dropRemainder = dropRemainder;
        }

        @Override
        @Nullable Item find() {
            var batch = new ArrayList<Item>();
            while (batch.size() < samples && items.hasNext()) {
                batch.add(items.next());
            }
            boolean left = batch.size() < samples && dropRemainder;
            return batch.isEmpty() || left ? null : Item.batch(batch);
        }
    }

    /// Goes through the source again and again; no pass is like another.
    static final class Repeated extends Step {
        private final DataFeed.Source source;
        private final long first;
        private final long times;
        private long done;
        private @Nullable Iterator<Item> items;

        Repeated(DataFeed.Source source, long pass, long times) {
            this.source = source;
            this.first = times == Long.MAX_VALUE ? pass : pass * times;
            this.times = times;
        }

        @Override
        @Nullable Item find() {
            Iterator<Item> now = items;
            if (now == null || !now.hasNext()) {
                if (done == times) {
                    return null;
                }
                now = source.pass(first + done++);
                items = now;
            }
            return now.hasNext() ? now.next() : null; // a pass without items ends it
        }
    }

    static final class Taken implements Iterator<Item> {
        private final Iterator<Item> items;
        private long left;

        Taken(Iterator<Item> items, long count) {
            this.items = items;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && items.hasNext();
        }

        @Override
        public Item next() {
            if (left-- <= 0) {
                throw new NoSuchElementException("The data are at their end.");
            }
            return items.next();
        }
    }

    static Iterator<Item> skipped(Iterator<Item> items, long count) {
        for (long i = 0; i < count && items.hasNext(); i++) {
            Item unused = items.next();
        }
        return items;
    }
}
