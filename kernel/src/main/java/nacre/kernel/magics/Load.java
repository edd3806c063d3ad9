package nacre.kernel.magics;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.notebook.Cell;
import nacre.kernel.shell.CellResult;

/// `%load`: the text of a file as a cell.
final class Load implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%load FILE",
                        "puts the text of a file into the cell, to be changed and run"));
    }

    @Override
    public CellResult run(Call call) {
        if (call.arguments().isEmpty()) {
            throw new MagicException("`%load` needs a file.", "As in `%load Helpers.java`.");
        }
        Path file = Paths.existing(String.join(" ", call.words()));
        call.front().offer("// %load " + call.arguments() + "\n" + code(file));
        return Call.DONE;
    }

    /// The code of a file; that of a notebook's cells one below the other.
    private static String code(Path file) {
        if (file.toString().endsWith(".ipynb")) {
            return Run.cells(file).stream()
                    .filter(Cell::isCode)
                    .map(Cell::source)
                    .collect(Collectors.joining("\n\n"));
        }
        return text(file);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new MagicException(file + " is no text in UTF-8.", "");
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? " is a folder, not a file." : " cannot be read.";
            throw new MagicException(file + why, "");
        }
    }
}
