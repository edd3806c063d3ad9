package nacre.kernel.magics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;

/// `%cd`: the folder that relative file names start from.
final class Cd implements Magic {
    private Path before = Path.of("").toAbsolutePath();

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%cd FOLDER",
                        "changes the folder that file names start from, `-` back to the one before;"
                                + " without one, prints it"),
                new Form("%pwd", "prints that folder"));
    }

    @Override
    public boolean takes(String file) {
        return false;
    }

    @Override
    public CellResult run(Call call) {
        String name =
                call.words().stream()
                        .filter(each -> !each.equals("-q"))
                        .collect(Collectors.joining(" "));
        if (!name.isEmpty()) {
            Path old = Path.of("").toAbsolutePath();
            Path wanted = name.equals("-") ? before : Paths.existing(name);
            Path folder = wanted.toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw new MagicException(folder + " is a file, not a folder.", "");
            }
            WorkingFolder.change(folder);
            before = old;
        }
        return call.print(Path.of("").toAbsolutePath().toString());
    }
}
