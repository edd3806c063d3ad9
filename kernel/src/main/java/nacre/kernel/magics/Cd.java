package nacre.kernel.magics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nacre.kernel.shell.CellResult;

/// `%cd`: the folder that relative file names start from.
final class Cd implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%cd FOLDER",
                        "changes the folder that file names start from; without one, prints it"),
                new Form("%pwd", "prints that folder"));
    }

    @Override
    public CellResult run(Call call) {
        if (!call.arguments().isEmpty()) {
            Path folder = Paths.existing(call.words().getFirst()).toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw new MagicException(folder + " is a file, not a folder.", "");
            }
            WorkingFolder.change(folder);
        }
        return call.print(Path.of("").toAbsolutePath().toString());
    }
}
