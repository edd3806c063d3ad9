package nacre.saving;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Replaces a file as a whole: it is written beside its place and then renamed, so that at any
/// moment there is either the former file or the new one.
public final class AtomicFile {
    /// Writes the content.
    public interface Content {
        /// Writes everything.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes the content in a file of its own.
    public interface Maker {
        /// Fills the file at this path.
        void make(Path path) throws IOException;
    }

    private static final AtomicLong WRITTEN = new AtomicLong();

    private AtomicFile() {}

    /// Writes a file through a stream.
    public static void write(Path target, Content content) throws IOException {
        make(
                target,
                beside -> {
                    try (var out = new FileOutputStream(beside.toFile())) {
                        content.writeTo(out);
                        out.flush();
                    }
                });
    }

    /// Lets a file be made beside its place, then puts it there. What processes that were killed
    /// have left beside it goes away.
    public static void make(Path target, Maker maker) throws IOException {
        Path place = target.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(target + " is a folder; give the name of a file.");
        }
        Files.createDirectories(folder);
        removeStale(folder, place.getFileName());
        long process = ProcessHandle.current().pid();
        String name = place.getFileName() + "." + process + "-" + WRITTEN.incrementAndGet();
        Path beside = folder.resolve("." + name + ".part");
        try {
            maker.make(beside);
            try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true); // on the disk before it gets its name
            }
            move(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Deletes the parts of this file whose process is gone.
    private static void removeStale(Path folder, Path name) throws IOException {
        Pattern part =
                Pattern.compile(
                        "\\." + Pattern.quote(name.toString()) + "\\.(\\d{1,18})-\\d+\\.part");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher found = part.matcher(file.getFileName().toString());
                if (found.matches() && ProcessHandle.of(Long.parseLong(found.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // as near as this file system comes to it
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
