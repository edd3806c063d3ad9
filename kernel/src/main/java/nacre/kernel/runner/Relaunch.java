package nacre.kernel.runner;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nacre.kernel.notebook.Trouble;

/// Runs notebooks of another folder in a process that is at home there.
///
/// A cell names files from the notebook's folder, in Jupyter as here, and Java cannot change the folder of a process that
/// runs. So the same command is started again, in that folder, with the notebooks of that folder.
final class Relaunch {
    /// Tells the new process from where its arguments are named.
    private static final String BASE = "nacre.base";

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    private final Places places;
    private final Class<?> main;
    private final List<String> options;

    /// @param main the class whose `main` understands the command
    /// @param options the command and its options, without the notebooks
    Relaunch(Places places, Class<?> main, List<String> options) {
        this.places = places;
        this.main = main;
        this.options = options;
    }

    /// The folder from which the user named the files.
    static Path base() {
        return Path.of(System.getProperty(BASE, ""));
    }

    /// The exit code, if the notebooks had to be run elsewhere.
    Optional<Integer> run(List<Path> notebooks, boolean failFast, boolean oneReport) {
        Map<Path, List<Path>> byFolder = new LinkedHashMap<>();
        for (Path notebook : notebooks) {
            Path folder = places.notebook(notebook).toAbsolutePath().normalize().getParent();
            byFolder.computeIfAbsent(folder, _ -> new ArrayList<>()).add(notebook);
        }
        Path here = Path.of("").toAbsolutePath().normalize();
        if (byFolder.keySet().equals(Set.of(here))) {
            return Optional.empty();
        }
        if (byFolder.size() > 1 && oneReport) {
            throw new Trouble("--report takes the notebooks of one folder; run the folders one after the other.");
        }
        int worst = 0;
        for (var group : byFolder.entrySet()) {
            int code = start(group.getKey(), group.getValue());
            worst = Math.max(worst, code);
            if (code != 0 && failFast) {
                break;
            }
        }
        return Optional.of(worst);
    }

    private int start(Path folder, List<Path> notebooks) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        command.addAll(flags);
        if (flags.stream().noneMatch(flag -> flag.startsWith("--add-modules"))) {
            command.add(VECTORS);
        }
        command.add("-D" + BASE + "=" + places.base().toAbsolutePath());
        command.addAll(program());
        command.addAll(options);
        notebooks.forEach(notebook -> command.add(notebook.toString()));
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "nacre-stop-run"));
            return process.waitFor();
        } catch (IOException e) {
            throw new Trouble("Cannot start Java again in " + folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new Trouble("Stopped.", e);
        }
    }

    /// How this process was started: from a jar, or from a class path.
    private List<String> program() {
        var classPath = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            classPath.add(Path.of(entry).toAbsolutePath().toString());
        }
        boolean jar = classPath.size() == 1 && classPath.getFirst().endsWith(".jar");
        return jar
                ? List.of("-jar", classPath.getFirst())
                : List.of("-cp", String.join(File.pathSeparator, classPath), main.getName());
    }
}
