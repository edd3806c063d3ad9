package nacre.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Trains Java's start-up cache: a short lesson is played once, and what Java had to load and work
/// out for it is kept.
///
/// A kernel without the cache works the same and starts slower.
final class StartupCache {
    private static final int PATIENCE = 120;

    private final Path jar;
    private final List<String> flags;

    /// @param jar the installed kernel
    /// @param flags the options that it is started with
    StartupCache(Path jar, List<String> flags) {
        this.jar = jar;
        this.flags = List.copyOf(flags);
    }

    /// As Jupyter does, which names itself to the kernel.
    private static Process start(List<String> command) throws IOException {
        var lesson =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        lesson.environment().put("JPY_PARENT_PID", "" + ProcessHandle.current().pid());
        return lesson.start();
    }

    /// Writes the cache; false if this Java cannot.
    boolean train(Path cache) throws IOException {
        Path part = cache.resolveSibling(cache.getFileName() + ".part");
        var command = new ArrayList<String>();
        command.add(Program.java().toString());
        command.addAll(JavaFlags.ALWAYS);
        command.add("-XX:AOTCacheOutput=" + part);
        // what the best compiler has compiled here, it would compile at once at each start, when
        // the first cells need the processor; with 1 or 2, it never would
        command.add("-XX:TieredStopAtLevel=3");
        command.add("-Dnacre.vectors=off"); // a module that is added later cannot be kept
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "rehearse"));
        try {
            Process lesson = start(command);
            if (!lesson.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                lesson.destroyForcibly();
            }
            if (!Files.exists(part)) {
                return false;
            }
            Files.move(
                    part,
                    cache,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (InterruptedException e) {
            throw new InstallException("stopped", e);
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".config"));
        }
    }
}
