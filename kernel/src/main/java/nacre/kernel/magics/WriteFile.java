package nacre.kernel.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import nacre.kernel.shell.CellResult;

/// `%%writefile`: the lines of the cell as a file.
final class WriteFile implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%%writefile FILE\nTEXT",
                        "writes the lines below into a file; `-a` before its name: at its end"));
    }

    @Override
    public CellResult run(Call call) {
        var words = new ArrayList<>(call.words());
        boolean isMore = words.remove("-a");
        if (words.isEmpty()) {
            throw new MagicException(
                    "`%%writefile` needs the name of a file.", "As in `%%writefile data.csv`.");
        }
        if (words.size() > 1) {
            throw new MagicException(
                    "`%%writefile` writes one file; it got " + String.join(", ", words) + ".",
                    "A name with blanks stands in quotes: `%%writefile \""
                            + String.join(" ", words)
                            + "\"`.");
        }
        Path file = Paths.of(words.getFirst());
        String done = isMore ? "Appended to " : Files.exists(file) ? "Overwrote " : "Wrote ";
        String text = call.body().endsWith("\n") ? call.body() : call.body() + "\n";
        try {
            if (isMore) {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new MagicException(
                    file + " cannot be written.",
                    "Its folder has to be there, and yours to change.");
        }
        return call.print(done + file);
    }
}
