package nacre.kernel.transport;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything that waits to be published, in the order in which it happened.
///
/// Small prints are joined: text leaves when something else follows it, when it is 64 K long, or
/// after 20 ms. While the message before it is on its way it goes on growing, for a front end reads
/// one large message sooner than many. A thread that prints faster than the front end reads waits
/// here, so that nothing is lost and memory does not grow.
final class Outbox {
    private static final int FULL = 64 * 1024;
    private static final int LONGEST = 1024 * 1024;
    private static final long MOST = 8L * 1024 * 1024;
    private static final long LULL = TimeUnit.MILLISECONDS.toNanos(20);

    private final ArrayDeque<Letter> letters = new ArrayDeque<>();
    private long weight;
    private boolean hurry;
    private boolean closed;

    /// Adds printed text; true if the publishing thread should look.
    synchronized boolean print(@Nullable Head parent, String stream, String text) {
        waitForRoom();
        boolean wasEmpty = letters.isEmpty();
        weight += text.length();
        if (letters.peekLast() instanceof Letter.Text last
                && last.isFor(parent, stream)
                && last.weight() < LONGEST) {
            long before = last.weight();
            last.append(text);
            return before < FULL && last.weight() >= FULL;
        }
        var letter = new Letter.Text(parent, stream);
        letter.append(text);
        letters.addLast(letter);
        return wasEmpty || letters.size() == 2 || letter.weight() >= FULL;
    }

    /// Adds a message of a cell, whose thread may have to wait.
    synchronized void show(Letter.Ready letter) {
        waitForRoom();
        add(letter);
    }

    /// Adds a message of the kernel itself, at once.
    synchronized void add(Letter.Ready letter) {
        letters.addLast(letter);
        weight += letter.weight();
    }

    /// Lets text leave now.
    synchronized void hurry() {
        hurry = !letters.isEmpty();
    }

    /// Takes what is due, or null.
    synchronized @Nullable Letter next() {
        if (letters.isEmpty() || remaining() > 0) {
            return null;
        }
        Letter letter = letters.removeFirst();
        weight -= letter.weight();
        if (letters.isEmpty()) {
            hurry = false;
        }
        notifyAll();
        return letter;
    }

    /// When something will be due, in milliseconds; negative: nothing waits.
    synchronized long due() {
        return letters.isEmpty() ? -1 : TimeUnit.NANOSECONDS.toMillis(remaining() + 999_999);
    }

    private long remaining() {
        boolean ready =
                hurry
                        || closed
                        || letters.size() > 1
                        || letters.peekFirst() instanceof Letter.Ready;
        if (ready || !(letters.peekFirst() instanceof Letter.Text text) || text.weight() >= FULL) {
            return 0;
        }
        return Math.max(0, LULL - (System.nanoTime() - text.since));
    }

    private void waitForRoom() {
        boolean interrupted = false;
        while (weight > MOST && !closed && !interrupted) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the cell is being stopped: take its last words and let it go
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nobody waits any more, and everything is due.
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
