package nacre.tensor;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A store of arrays that steps of training use again and again, so that a steady `fit` makes no
/// garbage, and many short ones hardly any: a run that has ended leaves its store to the next.
public final class ArrayStore {
    /// The store that nobody uses, until the garbage collector finds it here. One is enough: who
    /// trains while it is lent begins with an empty one.
    private static final AtomicReference<WeakReference<ArrayStore>> SPARE =
            new AtomicReference<>(none());

    /// After so many loans arrays of a size that none of them needed are let go of.
    private static final int PATIENCE = 8;

    private final WeakReference<ArrayStore> self = new WeakReference<>(this);
    private final Map<Integer, Shelf> shelves = new HashMap<>();
    private final List<float[]> taken = new ArrayList<>();
    private final long room; // bytes from which on arrays of other sizes give way
    private long held; // bytes
    private int loans;

    public ArrayStore() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    ArrayStore(long room) {
        this.room = room;
    }

    /// The free arrays of one size.
    private static final class Shelf {
        final Deque<float[]> free = new ArrayDeque<>();
        int lastLoan;
    }

    /// The store that the last run has left, or an empty one.
    public static ArrayStore borrow() {
        ArrayStore store = SPARE.getAndSet(none()).get();
        return store == null ? new ArrayStore() : store;
    }

    private static WeakReference<ArrayStore> none() {
        return new WeakReference<>(null);
    }

    /// Leaves the store to the next run. One whose last step was cut short is not kept, as the step
    /// may have left it half done.
    public void giveBack() {
        if (taken.isEmpty()) {
            shelves.values().removeIf(shelf -> loans - shelf.lastLoan >= PATIENCE);
            held = bytes();
            loans++;
            SPARE.set(self);
        }
    }

    float[] take(int size) {
        float[] array = free(size);
        if (array == null) {
            makeRoom(size);
            array = TooLarge.floats(size);
            held += bytes(size);
        }
        taken.add(array);
        return array;
    }

    /// Lets go of what is free if it would crowd the heap: a last batch that is smaller needs
    /// arrays of its own, and with those of the other batches there would be twice as many.
    private void makeRoom(int size) {
        if (!shelves.isEmpty() && held + bytes(size) > room) {
            shelves.clear();
            held = bytes();
        }
    }

    private static long bytes(int size) {
        return (long) Float.BYTES * size;
    }

    private float @Nullable [] free(int size) {
        Shelf shelf = shelves.get(size);
        return shelf == null ? null : shelf.free.poll();
    }

    /// How many bytes the arrays have that are kept here.
    public long bytes() {
        long floats = taken.stream().mapToLong(array -> array.length).sum();
        for (Shelf shelf : shelves.values()) {
            floats += shelf.free.stream().mapToLong(array -> array.length).sum();
        }
        return Float.BYTES * floats;
    }

    void recycle() {
        for (float[] array : taken) {
            Shelf shelf = shelves.computeIfAbsent(array.length, _ -> new Shelf());
            shelf.free.push(array);
            shelf.lastLoan = loans;
        }
        taken.clear();
    }
}
