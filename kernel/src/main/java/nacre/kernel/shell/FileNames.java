package nacre.kernel.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Proposes the names of files.
public final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    /// What could follow the part of a path that is typed already.
    ///
    /// @param typed the part
    /// @param start where it begins in the code
    /// @param end where it ends
    public static Completion complete(String typed, int start, int end) {
        return complete(typed, start, end, _ -> true);
    }

    /// The same for some files only; folders lead to them.
    ///
    /// @param isWanted whether a file of that name is
    public static Completion complete(
            String typed, int start, int end, Predicate<String> isWanted) {
        int slash = typed.lastIndexOf('/') + 1;
        String begin = typed.substring(slash);
        String folder = typed.substring(0, slash);
        return new Completion(start + slash, end, list(folder, begin, isWanted));
    }

    private static List<Completion.Item> list(
            String folder, String begin, Predicate<String> isWanted) {
        String name =
                folder.startsWith("~/")
                        ? System.getProperty("user.home") + folder.substring(1)
                        : folder;
        try (Stream<Path> files = Files.list(Path.of(name))) {
            return files.filter(file -> fits(String.valueOf(file.getFileName()), begin))
                    .filter(file -> isWanted.test(file.toString()) || Files.isDirectory(file))
                    .sorted()
                    .limit(MOST)
                    .map(FileNames::item)
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // no such folder
        }
    }

    /// Hidden files only for those who ask for them.
    private static boolean fits(String name, String begin) {
        return name.toLowerCase(Locale.ROOT).startsWith(begin.toLowerCase(Locale.ROOT))
                && (begin.startsWith(".") || !name.startsWith("."));
    }

    private static Completion.Item item(Path file) {
        return new Completion.Item(
                file.getFileName() + (Files.isDirectory(file) ? "/" : ""), "path", "");
    }
}
