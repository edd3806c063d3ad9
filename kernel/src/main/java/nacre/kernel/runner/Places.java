package nacre.kernel.runner;

import java.nio.file.Path;
import java.util.Optional;
import nacre.kernel.notebook.SafeFile;

/// Where a run reads and writes.
///
/// @param base the folder from which the user named the files
/// @param output the folder for the results; the notebook's own folder if there is none
record Places(Path base, Optional<Path> output) {

    Path notebook(Path named) {
        return base.resolve(named);
    }

    /// The notebook with its outputs.
    Path result(Path named) {
        Path notebook = notebook(named);
        return output.map(folder -> base.resolve(folder).resolve(notebook.getFileName()))
                .orElse(notebook);
    }

    /// The page beside it.
    Path page(Path named) {
        Path result = result(named);
        return result.resolveSibling(
                String.valueOf(result.getFileName()).replaceFirst("\\.ipynb$", "") + ".html");
    }

    /// A path as the user would name it.
    String shown(Path path) {
        Path folder = base.toAbsolutePath();
        return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
    }

    /// Finds out now whether the results can be written.
    void check(Path named) {
        SafeFile.check(result(named), "--output");
    }
}
