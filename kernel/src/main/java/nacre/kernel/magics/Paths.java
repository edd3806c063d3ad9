package nacre.kernel.magics;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nacre.kernel.shell.FileNames;

/// Files that a magic names.
final class Paths {
    private Paths() {}

    /// The path as it is written; `~` is the home folder.
    static Path of(String name) {
        try {
            boolean isHome = name.equals("~") || name.startsWith("~/");
            return Path.of(isHome ? System.getProperty("user.home") + name.substring(1) : name);
        } catch (InvalidPathException e) {
            throw new MagicException(name + " cannot be the name of a file.", "");
        }
    }

    /// A file that is there.
    static Path existing(String name) {
        Path path = of(name);
        if (!Files.exists(path)) {
            throw new MagicException("There is no " + name + ".", FileNames.near(path));
        }
        return path;
    }

    /// What fits a name, in whose last part `*` stands for anything.
    static List<Path> matching(String name) {
        if (!name.contains("*")) {
            return List.of(existing(name).toAbsolutePath().normalize());
        }
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        Path folder = existing(slash < 0 ? "." : name.substring(0, slash + 1));
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, name.substring(slash + 1))) {
            all.forEach(path -> found.add(path.toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw new MagicException(folder + " cannot be read: " + e.getMessage(), "");
        }
        if (found.isEmpty()) {
            throw new MagicException("Nothing in " + folder + " fits " + name + ".", "");
        }
        Collections.sort(found);
        return found;
    }
}
