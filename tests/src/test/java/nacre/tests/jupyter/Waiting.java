package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Waits for other programs, and fails with a reason when they take too long.
final class Waiting {
    private Waiting() {}

    /// Asks until the answer is yes.
    static void until(String what, BooleanSupplier question, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(what + ": not within " + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting: " + what, e);
            }
        }
    }

    /// Waits until a process has printed something, and gives the pattern's first group.
    static String forMatch(Path log, Pattern pattern, Process process, Duration limit) {
        var found = new AtomicReference<String>();
        until(
                "`" + pattern + "` in " + log,
                () -> {
                    var matcher = pattern.matcher(read(log));
                    if (matcher.find()) {
                        found.set(matcher.group(1));
                    } else if (!process.isAlive()) {
                        fail("ended with " + process.exitValue() + ":\n" + read(log));
                    }
                    return found.get() != null;
                },
                limit);
        return found.get();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
