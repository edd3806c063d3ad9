package nacre.kernel.install;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `nacre install`: makes Jupyter offer Java (Nacre).
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Make Jupyter offer the kernel Java (Nacre).")
public final class InstallCommand implements Callable<Integer> {
    @Mixin private Destination destination = new Destination();

    @Option(
            names = "--display-name",
            paramLabel = "NAME",
            defaultValue = "Java (Nacre)",
            description = "The name in Jupyter's menu (default: Java (Nacre)).")
    private String displayName = "Java (Nacre)";

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description =
                    "One more option for the kernel's Java, such as --java-option=-Xmx256m"
                            + " (little memory) or --java-option=--enable-preview.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(
            names = "--cache",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Train the start-up cache (default); --no-cache: kernels start slower.")
    private boolean cache = true;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = destination.folder().toAbsolutePath();
        var kernelSpec = new KernelSpec(folder, displayName, javaOptions);
        try {
            if (!javaOptions.isEmpty()) {
                JavaFlags.tryOut(javaOptions);
            }
            Program program = Program.current();
            write(kernelSpec, program, folder);
            say("Installed " + displayName + " in " + folder);
            if (cache) {
                train(kernelSpec, program.installed(folder));
            }
            return 0;
        } catch (IOException e) {
            throw new InstallException(
                    "The kernel cannot be written to "
                            + folder
                            + ". Is the folder yours, is the disk full, does a kernel run from there? Another place:"
                            + " --prefix DIR",
                    e);
        }
    }

    private static void write(KernelSpec kernelSpec, Program program, Path folder)
            throws IOException {
        Path staging = Folders.beside(folder);
        try {
            kernelSpec.write(staging, program);
            Folders.replace(folder, staging);
        } finally {
            Folders.remove(staging);
        }
    }

    private void train(KernelSpec kernelSpec, Path jar) throws IOException {
        say("Training the start-up cache, a few seconds …");
        long start = System.nanoTime();
        boolean trained = new StartupCache(jar, javaOptions).train(kernelSpec.cache());
        say(
                trained
                        ? "Trained in %.1f s, %d MB."
                                .formatted((System.nanoTime() - start) / 1e9, megabytes(kernelSpec))
                        : "This Java could not write the cache. Kernels work, and start slower.");
    }

    private static long megabytes(KernelSpec kernelSpec) throws IOException {
        return Files.size(kernelSpec.cache()) >> 20;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
