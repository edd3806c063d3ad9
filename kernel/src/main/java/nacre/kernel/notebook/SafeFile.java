package nacre.kernel.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file beside the old one and renames it when it is whole.
public final class SafeFile {
    private SafeFile() {}

    /// Writes `text` to `target`, all of it or nothing.
    public static void write(Path target, String text) {
        try {
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Path part = real.resolveSibling(real.getFileName() + ".part");
            try {
                fill(part, text);
                keepPermissions(real, part);
                rename(part, real);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot write " + target + ": " + reason(e) + ". The file is as it was.", e);
        }
    }

    /// Fails now if `target` cannot be written, not after a run of ten minutes.
    ///
    /// @param option with which another place can be named
    public static void check(Path target, String option) {
        try {
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "it is a folder");
            }
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part);
            Files.delete(part);
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot write beside "
                            + target
                            + ": "
                            + reason(e)
                            + ". Choose another place with "
                            + option
                            + ".",
                    e);
        }
    }

    private static void fill(Path part, String text) throws IOException {
        try (var channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true); // a power cut after the rename must not leave an empty file
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (Files.exists(from) && old != null) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }

    private static void rename(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "you may not write there";
            case NoSuchFileException _ -> "the folder does not exist";
            case FileAlreadyExistsException _ -> "a file is where a folder should be";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
