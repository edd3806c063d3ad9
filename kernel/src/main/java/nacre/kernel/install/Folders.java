package nacre.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Replaces and removes folders so that nobody sees a half-written one.
final class Folders {
    private Folders() {}

    /// A new folder on the same disk as `target`, but not where Jupyter looks for kernels.
    static Path beside(Path target) throws IOException {
        // the target is data/kernels/name
        Path data = target.resolve("..").resolve("..").toAbsolutePath().normalize();
        Files.createDirectories(target.resolveSibling(""));
        return Files.createDirectory(data.resolve(".nacre-" + UUID.randomUUID()));
    }

    /// Puts `staging` where `target` is.
    static void replace(Path target, Path staging) throws IOException {
        Path old = staging.resolveSibling(staging.getFileName() + ".old");
        boolean there = Files.exists(target);
        if (there) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (there) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        remove(old);
    }

    /// Removes a folder with all that is in it, if it is there.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
