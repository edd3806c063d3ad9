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

    /// Lets a file be made beside its place, then puts it there.
    public static void make(Path target, Maker maker) throws IOException {
        Path place = target.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(target + " is a folder; give the name of a file.");
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + place.getFileName() + ".", ".part");
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

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(
                    from,
                    to,
                    StandardCopyOption.REPLACE_EXISTING); // as near as this file system comes to it
        }
    }
}
