package nacre.kernel.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the user may have meant when a notebook is not there.
final class Nearby {
    private Nearby() {}

    /// The end of a message: the notebooks of the same folder whose names share a part with the one
    /// asked for.
    static String hint(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return ": its folder does not exist.";
        }
        List<String> similar = similar(folder, String.valueOf(missing.getFileName()));
        return similar.isEmpty() ? "." : ". Did you mean " + String.join(" or ", similar) + "?";
    }

    private static List<String> similar(Path folder, String name) {
        String wanted = name.replaceFirst("\\.ipynb$", "").toLowerCase();
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".ipynb"))
                    .filter(file -> alike(file.replaceFirst("\\.ipynb$", "").toLowerCase(), wanted))
                    .sorted()
                    .limit(3)
                    .toList();
        } catch (IOException e) {
            return List.of(); // only a hint
        }
    }

    /// `6-dense`, `06` and `dense` are all like `06-dense`.
    private static boolean alike(String name, String wanted) {
        for (String part : wanted.split("[^a-z0-9]+")) {
            String digits = part.replaceFirst("^0+", "");
            boolean isFound =
                    digits.matches("\\d+")
                            ? name.matches("(?:.*\\D)?0*" + digits + "(?:\\D.*)?")
                            : name.contains(digits);
            if (!digits.isEmpty() && isFound) {
                return true;
            }
        }
        return false;
    }
}
