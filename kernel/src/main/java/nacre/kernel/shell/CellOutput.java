package nacre.kernel.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a cell prints, gathered into few large pieces in the order in which it was printed.
///
/// A piece leaves after 30 ms, at 64 kB, before something is shown, and at the cell's end.
final class CellOutput {
    private static final int FULL = 64 * 1024;
    private static final int MANY = 1_000;
    private static final int MILLIS = 30;
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform()
                            .daemon()
                            .name("nacre-output")
                            .inheritInheritableThreadLocals(false) // it works for all cells
                            .factory());

    private final CellIo io;
    private final ReentrantLock order = new ReentrantLock();
    private final Deque<Piece> pending = new ArrayDeque<>();
    private boolean sealed;
    private boolean ticking;

    CellOutput(CellIo io) {
        this.io = io;
    }

    void write(boolean toErrors, byte[] bytes, int offset, int length) {
        if (add(toErrors, bytes, offset, length)) {
            flush();
        }
    }

    /// Whether it is time to hand over.
    private boolean add(boolean toErrors, byte[] bytes, int offset, int length) {
        synchronized (pending) {
            if (sealed) {
                return false;
            }
            Piece last = pending.peekLast();
            if (last == null || last.toErrors != toErrors) {
                last = new Piece(toErrors);
                pending.add(last);
            }
            last.write(bytes, offset, length);
            if (!ticking) {
                ticking = true;
                CLOCK.schedule(this::tick, MILLIS, TimeUnit.MILLISECONDS);
            }
            return last.size() >= FULL || pending.size() >= MANY;
        }
    }

    private void tick() {
        synchronized (pending) {
            ticking = false;
        }
        flush();
    }

    /// Hands over what is pending.
    void flush() {
        inOrder(() -> true);
    }

    /// Does something after all that was printed before and ahead of all that is printed later.
    <T> T inOrder(Supplier<T> action) {
        order.lock();
        try {
            // what is printed meanwhile waits for its own turn: else each line would go by itself
            int waiting = waiting();
            for (int i = 0; i < waiting; i++) {
                Piece piece = next();
                if (piece == null) {
                    break;
                }
                String text = piece.text();
                if (piece.toErrors) {
                    io.stderr(text);
                } else {
                    io.stdout(text);
                }
            }
            return action.get();
        } finally {
            order.unlock();
        }
    }

    private int waiting() {
        synchronized (pending) {
            return pending.size();
        }
    }

    /// The oldest piece that has whole characters; the beginning of an unfinished one waits for its
    /// rest.
    private @Nullable Piece next() {
        synchronized (pending) {
            Piece first = pending.poll();
            if (first == null) {
                return null;
            }
            int unfinished = pending.isEmpty() ? first.unfinished() : 0;
            if (unfinished > 0) {
                pending.add(first.cutLast(unfinished));
            }
            return first.size() > 0 ? first : null;
        }
    }

    /// Lets nothing through any more.
    void seal() {
        synchronized (pending) {
            sealed = true;
            pending.clear();
        }
    }

    boolean isSealed() {
        synchronized (pending) {
            return sealed;
        }
    }

    /// Bytes of one stream on their way to become text.
    private static final class Piece extends ByteArrayOutputStream {
        final boolean toErrors;

        Piece(boolean toErrors) {
            this.toErrors = toErrors;
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }

        /// How many bytes at the end belong to a character whose rest has not come yet.
        int unfinished() {
            for (int back = 1; back <= Math.min(3, count); back++) {
                int lead = buf[count - back] & 0xff;
                if (lead >= 0xc0) {
                    int needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                    return needs > back ? back : 0;
                }
            }
            return 0;
        }

        Piece cutLast(int bytes) {
            var rest = new Piece(toErrors);
            count -= bytes;
            rest.write(buf, count, bytes);
            return rest;
        }
    }
}
