package nacre.kernel.shell;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Memory that cells cannot have, for when they have used up all: without it not even `list = null`
/// could be compiled.
///
/// As long as the heap is more than half empty nothing is kept back, so that a kernel that does
/// little stays small.
final class Reserve {
    private static final long LEAST = 16 << 20; // about what it takes to compile a cell
    private static final long MOST = 64 << 20;
    private static final Cleaner AFTER_COLLECTIONS =
            Cleaner.create(
                    body -> Thread.ofPlatform().daemon().name("nacre-reserve").unstarted(body));

    private final long heap;
    private final LongSupplier used;
    private byte @Nullable [] kept;

    Reserve() {
        this(
                Runtime.getRuntime().maxMemory(),
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        watch(new WeakReference<>(this));
    }

    /// @param heap the bytes there can be
    /// @param used the bytes that are in use
    Reserve(long heap, LongSupplier used) {
        this.heap = heap;
        this.used = used;
    }

    /// Looks after each collection: what nothing refers to is found by it.
    private static void watch(WeakReference<Reserve> its) {
        AFTER_COLLECTIONS.register(
                new Object(),
                () -> {
                    Reserve reserve = its.get();
                    if (reserve != null) {
                        watch(its);
                        reserve.look();
                    }
                });
    }

    /// Takes the reserve when memory begins to run short, while there is still plenty.
    synchronized void look() {
        long inUse = used.getAsLong();
        if (inUse < heap / 2) {
            kept = null;
        } else if (kept == null && heap - inUse > 4 * size()) {
            kept = new byte[(int) size()];
        }
    }

    /// Gives the reserve to whoever needs memory now.
    synchronized void spend() {
        kept = null;
    }

    /// How many bytes are kept back.
    synchronized long kept() {
        return kept == null ? 0 : kept.length;
    }

    private long size() {
        return Math.clamp(heap / 16, LEAST, MOST);
    }
}
