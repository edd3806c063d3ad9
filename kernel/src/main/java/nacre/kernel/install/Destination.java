package nacre.kernel.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The options that say where a kernelspec is: `--user`, `--prefix`, `--sys-prefix`, `--name`.
final class Destination {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    @ArgGroup private @Nullable Where where;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "nacre",
            description = "The kernel's name for Jupyter (default: nacre).")
    private String name = "nacre";

    private static final class Where {
        @Option(names = "--user", description = "For this user (the default).")
        private boolean user;

        @Option(names = "--prefix", paramLabel = "DIR", description = "Into DIR/share/jupyter.")
        private @Nullable Path prefix;

        @Option(
                names = "--sys-prefix",
                description = "Into the environment of the python on the PATH.")
        private boolean sysPrefix;
    }

    Path folder() {
        if (where != null && where.prefix != null && where.prefix.toString().isEmpty()) {
            throw new InstallException("--prefix needs a folder, as in --prefix /opt/jupyter.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new InstallException(
                    "The name \""
                            + name
                            + "\" cannot be used: small letters, digits, dots, - and _ are allowed.");
        }
        return folders().kernel(name);
    }

    private JupyterFolders folders() {
        if (where == null || where.user) {
            return JupyterFolders.user();
        }
        return JupyterFolders.prefix(where.prefix != null ? where.prefix : pythonPrefix());
    }

    private static Path pythonPrefix() {
        return Stream.of("python3", "python")
                .map(Destination::prefixOf)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(Path::of)
                .orElseThrow(Destination::noPython);
    }

    private static InstallException noPython() {
        return new InstallException(
                "--sys-prefix needs a python on the PATH. Activate the environment, or name its folder with --prefix DIR.");
    }

    private static String prefixOf(String python) {
        try {
            Process process =
                    new ProcessBuilder(python, "-c", "import sys; print(sys.prefix)")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String prefix =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return process.waitFor() == 0 ? prefix : "";
        } catch (IOException e) {
            return ""; // there is no such command
        } catch (InterruptedException e) {
            throw new InstallException("stopped", e);
        }
    }
}
