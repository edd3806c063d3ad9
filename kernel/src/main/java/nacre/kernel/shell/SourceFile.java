package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A file of Java in a sources jar or folder, read when its text is wanted and kept from then on.
///
/// What cannot be read is empty: help without a library's words is still help.
final class SourceFile {
    private static final String ENDING = ".java";

    private final Path root;
    private final String path; // in the root
    private @Nullable String text;

    private SourceFile(Path root, String path) {
        this.root = root;
        this.path = path;
    }

    /// All of a jar or folder.
    static List<SourceFile> in(Path root) {
        try {
            return paths(root).stream()
                    .filter(each -> each.endsWith(ENDING))
                    .map(each -> new SourceFile(root, each))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> paths(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                return all.map(each -> root.relativize(each).toString()).toList();
            }
        }
        try (var jar = new ZipFile(root.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /// The name of its class.
    String type() {
        String name = String.valueOf(Path.of(path).getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    /// What stands in it.
    String text() {
        if (text == null) {
            text = read();
        }
        return text;
    }

    private String read() {
        try {
            return Files.isDirectory(root) ? Files.readString(root.resolve(path)) : fromJar();
        } catch (IOException e) {
            return "";
        }
    }

    private String fromJar() throws IOException {
        try (var jar = new ZipFile(root.toFile())) {
            ZipEntry entry = jar.getEntry(path);
            if (entry == null) {
                return ""; // the jar was replaced meanwhile
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
