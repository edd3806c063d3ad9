package nacre.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `nacre uninstall`: takes the kernel out of Jupyter again.
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Take the kernel out of Jupyter again.",
        footer = {
            "",
            "Say --prefix, --sys-prefix or --name again if install was told one.",
            "Exit code: 0 if the kernel is gone, also if it was not there; 1 if it cannot be removed."
        })
public final class UninstallCommand implements Callable<Integer> {
    @Mixin private Destination destination = new Destination();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = destination.folder();
        if (!Files.exists(folder.resolve("kernel.json"))) {
            spec.commandLine().getOut().println("There is no kernel in " + folder + ".");
            return 0;
        }
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new InstallException("The kernel in " + folder + " cannot be removed", e);
        }
        spec.commandLine().getOut().println("Removed " + folder);
        return 0;
    }
}
