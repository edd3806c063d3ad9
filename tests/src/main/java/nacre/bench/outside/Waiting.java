package nacre.bench.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Waits for other programs, and fails with a reason when they take too long.
public final class Waiting {
    private Waiting() {}

    /// Asks until the answer is yes.
    public static void until(String what, BooleanSupplier question, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": not within " + limit.toSeconds() + " s");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting: " + what, e);
            }
        }
    }

    /// Waits until a process has printed something, and gives the pattern's first group.
    public static String forMatch(Path log, Pattern pattern, Process process, Duration limit) {
        until(
                "`" + pattern + "` in " + log,
                () -> {
                    boolean printed = find(pattern, log).isPresent();
                    if (!printed && !process.isAlive()) {
                        throw new AssertionError(
                                "ended with " + process.exitValue() + ":\n" + read(log));
                    }
                    return printed;
                },
                limit);
        return find(pattern, log).orElseThrow();
    }

    private static Optional<String> find(Pattern pattern, Path log) {
        return pattern.matcher(read(log)).results().map(found -> found.group(1)).findFirst();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
