package nacre.kernel.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.display.Spelling;

/// Proposes the names of files, while one is typed and when there is none of that name.
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

    /// What may be meant by a file that is not there, or where it was looked for.
    public static String near(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "Its folder does not exist.";
        }
        String wanted = String.valueOf(path.getFileName());
        try (Stream<Path> files = Files.list(folder)) {
            String near =
                    files.map(each -> String.valueOf(each.getFileName()))
                            .filter(each -> isNear(each, wanted))
                            .sorted()
                            .limit(3)
                            .map(each -> "`" + each + "`")
                            .collect(Collectors.joining(" or "));
            return near.isEmpty() ? "The folder is " + folder + "." : "Did you mean " + near + "?";
        } catch (IOException e) {
            return ""; // only a hint
        }
    }

    /// The same of a name, which may be none.
    static String near(String name) {
        try {
            return near(Path.of(name));
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private static boolean isNear(String name, String wanted) {
        int most = Math.max(wanted.length() > 2 ? 1 : 0, wanted.length() / 4);
        return Spelling.distance(name, wanted) <= most || name.startsWith(wanted);
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
