package nacre.kernel.transport;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Says on the process's own error stream that something was wrong with a message; silent when all
/// is well.
///
/// Of each kind only the 1st, 2nd, 4th, 8th, … is said: nobody may read that stream, and a full
/// pipe would stop the kernel.
final class Log {
    private static final int KINDS = 64;
    private static final int LONGEST = 200;

    private final PrintStream out;
    private final ConcurrentHashMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

    /// Writes to the process's error stream, also while a cell has another `System.err`.
    Log() {
        this(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    Log(PrintStream out) {
        this.out = out;
    }

    /// Says that a message was dropped on a channel, and why.
    void dropped(String channel, String why) {
        count(channel + ": dropped a message: " + readable(why));
    }

    /// What a stranger has sent may be long, and move the cursor of whoever reads it.
    private static String readable(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /// Says that the kernel's own code failed; the kernel goes on.
    void failed(String where, Throwable problem) {
        try {
            if (count(where + ": " + problem)) {
                problem.printStackTrace(out);
            }
        } catch (OutOfMemoryError e) {
            // then it stays unsaid; the kernel goes on all the same
        }
    }

    private boolean count(String line) {
        String kind = counts.size() < KINDS || counts.containsKey(line) ? line : "other messages";
        long times = counts.computeIfAbsent(kind, _ -> new AtomicLong()).incrementAndGet();
        boolean said = Long.bitCount(times) == 1;
        if (said) {
            out.println("nacre: " + line + (times == 1 ? "" : " (" + times + " times)"));
        }
        return said;
    }
}
