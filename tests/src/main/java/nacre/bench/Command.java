package nacre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a program is started that answers the benchmark's questions.
///
/// @param name the library it measures
/// @param words the program and its arguments; the number of threads comes after them
record Command(String name, List<String> words) {
    /// Every Java here is started with these: a kernel's own settings, which suit the others too.
    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xms64m",
                    "-XX:-UseDynamicNumberOfCompilerThreads",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    private static final Path HOME = Path.of(System.getProperty("nacre.home", "."));

    private static final List<String> FOLDERS = List.of("tensorflow", "djl", "dl4j", "onednn");

    /// This engine.
    static Command ours() {
        var words = new ArrayList<>(JAVA);
        words.add("--add-modules=jdk.incubator.vector");
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Ours.class.getName()));
        return new Command("ours", words);
    }

    /// The others that are there; says which are not.
    static List<Command> others(boolean peers) throws IOException {
        var all = new ArrayList<Command>();
        pytorch().ifPresentOrElse(all::add, () -> absent("PyTorch", "no Python has it"));
        if (!peers) {
            absent("TensorFlow, DJL, DL4J and oneDNN", "./nacre bench --peers fetches them");
            return all;
        }
        for (String folder : FOLDERS) {
            Path built = HOME.resolve("tests/peers/" + folder + "/target");
            if (Files.isDirectory(built.resolve("lib"))) {
                all.add(peer(folder, built));
            } else {
                absent(folder, "its libraries could not be fetched; the reason stands above");
            }
        }
        return all;
    }

    private static void absent(String name, String why) {
        System.out.println("Without " + name + ": " + why + ".");
    }

    private static Command peer(String name, Path built) {
        var words = new ArrayList<>(JAVA);
        words.addAll(List.of("-cp", built.resolve("classes") + ":" + built.resolve("lib") + "/*"));
        words.add("nacre.peer.Main");
        return new Command(name, words);
    }

    /// The first Python that has PyTorch: `-Dnacre.bench.python` if given, else `python3` and the
    /// one of the system, which another may hide.
    private static Optional<Command> pytorch() throws IOException {
        String asked = System.getProperty("nacre.bench.python");
        for (String python :
                asked == null ? List.of("python3", "/usr/bin/python3") : List.of(asked)) {
            if (hasPytorch(python)) {
                Path script = Files.createTempFile("peer", ".py");
                script.toFile().deleteOnExit();
                try (InputStream in = Command.class.getResourceAsStream("peer.py")) {
                    Files.write(script, in.readAllBytes());
                }
                return Optional.of(new Command("PyTorch", List.of(python, script.toString())));
            }
        }
        return Optional.empty();
    }

    private static boolean hasPytorch(String python) {
        try {
            var process =
                    new ProcessBuilder(python, "-c", "import torch")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // no such Python
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The whole command line for so many threads, with something after it.
    List<String> words(int threads, String... more) {
        var all = new ArrayList<>(words);
        all.add(String.valueOf(threads));
        all.addAll(List.of(more));
        return all;
    }
}
