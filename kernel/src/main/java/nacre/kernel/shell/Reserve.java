package nacre.kernel.shell;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Memory that cells cannot have, for when they have used up all: without it not even `list = null`
/// could be compiled.
///
/// As long as little of the heap is in use nothing is kept back, so that a kernel that does little
/// stays small, and what it keeps of many cells is theirs. In a small heap it is kept from the
/// beginning: a loop fills what is left there between two looks.
final class Reserve {
    private static final long LEAST = 16 << 20; // about what it takes to compile a cell
    private static final long MOST = 64 << 20;
    private static final long SMALL = 512 << 20;
    private static final int ROOM = 1 << 20;
    private static final long BETWEEN_LOOKS = 5_000_000; // ns; a loop takes some 5 MB in it

    private final long heap;
    private final LongSupplier used;
    private final AtomicInteger inside = new AtomicInteger();
    private byte @Nullable [] kept;
    private volatile byte @Nullable [] room; // in a field, or the compiler would do without it
    private @Nullable Thread watcher;

    /// Memory is the process's, so all shells of it share one.
    private static final class OfProcess {
        static final Reserve RESERVE =
                new Reserve(
                        Runtime.getRuntime().maxMemory(),
                        () ->
                                Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory());

        static {
            RESERVE.look();
            Thread watcher = new Thread(RESERVE::watch, "nacre-reserve");
            watcher.setDaemon(true);
            watcher.start();
            RESERVE.watcher = watcher;
        }
    }

    static Reserve ofProcess() {
        return OfProcess.RESERVE;
    }

    /// @param heap the bytes there can be
    /// @param used the bytes that are in use
    Reserve(long heap, LongSupplier used) {
        this.heap = heap;
        this.used = used;
    }

    /// Looks as long as a cell runs, or something that it has left takes memory.
    private void watch() {
        long before = 0;
        while (true) {
            long now = used.getAsLong();
            if (inside.get() == 0 && Math.abs(now - before) < ROOM) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            before = now;
            try {
                look();
            } catch (OutOfMemoryError e) {
                // others were quicker; there will be another look
            }
        }
    }

    /// Takes the reserve when a quarter of the heap is in use, and gives it back below an eighth.
    synchronized void look() {
        boolean isSmall = heap <= SMALL;
        long others = used.getAsLong() - kept();
        if (kept == null && (isSmall || others >= heap / 4) && !isShort()) {
            kept = new byte[(int) size()];
        } else if (!isSmall && others < heap / 8) {
            kept = null;
        }
    }

    /// Clears the heap, of the reserve too if there is plenty again.
    void clear(Runnable collector) {
        spend();
        collector.run();
        look();
    }

    /// Whether there is no room for a reserve any more. Objects that stay get two thirds of the
    /// heap only, while the part for young ones has not grown.
    private boolean isShort() {
        return used.getAsLong() + size() > heap * 5 / 8;
    }

    /// Runs code that may use up all memory. If it fails, or its threads have left nothing, the
    /// reserve is given away: not in a `catch`, since to find the class that stands there may take
    /// memory too.
    <T> T behind(CellRun.UserCode<T> code) throws Throwable {
        boolean failed = true;
        inside.incrementAndGet();
        LockSupport.unpark(watcher);
        try {
            T result = code.run();
            if (isShort()) {
                room = new byte[ROOM];
                room = null;
            }
            failed = false;
            return result;
        } finally {
            inside.decrementAndGet();
            if (failed && isShort()) {
                spend();
            }
        }
    }

    /// Something has found no memory. While a cell runs the reserve stays, or what fills memory
    /// would fill that too.
    void overflow() {
        if (inside.get() == 0) {
            spend();
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
