package nacre.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.config.Suggest;

/// What somebody probably meant.
final class Near {
    private Near() {}

    /// A folder beside one that is not there.
    static String folder(Path missing) {
        Path parent = missing.toAbsolutePath().normalize().getParent();
        Path name = missing.getFileName();
        if (parent == null || name == null || !Files.isDirectory(parent)) {
            return "";
        }
        try (Stream<Path> beside = Files.list(parent)) {
            List<String> names =
                    beside.filter(Files::isDirectory)
                            .map(path -> String.valueOf(path.getFileName()))
                            .toList();
            return Suggest.nearest(name.toString(), names)
                    .map(near -> " Did you mean " + missing.resolveSibling(near) + "?")
                    .orElse("");
        } catch (IOException e) {
            return ""; // then without a proposal
        }
    }

    /// A group like one that is not there, or all that are.
    static String group(String missing, Collection<String> groups) {
        String start = missing.substring(0, Math.min(4, missing.length()));
        return Suggest.nearest(missing, groups)
                .or(() -> groups.stream().filter(g -> g.startsWith(start)).findFirst())
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Groups there: " + String.join(", ", groups) + ".");
    }

    /// An option like one that is not there.
    static String option(String unknown) {
        return Suggest.nearest(unknown, List.of("--group", "--json", "--help"))
                .filter(near -> unknown.startsWith("-"))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }
}
