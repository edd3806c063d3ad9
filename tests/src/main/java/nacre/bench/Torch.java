package nacre.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Python's PyTorch in a process of its own, asked line by line to measure the same work.
final class Torch implements AutoCloseable {
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    private Torch(Process process) {
        this.process = process;
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts the first Python that has PyTorch; empty if none has it.
    static Optional<Torch> start() throws IOException {
        Path script = Files.createTempFile("peer", ".py");
        script.toFile().deleteOnExit();
        try (InputStream in = Torch.class.getResourceAsStream("peer.py")) {
            Files.write(script, in.readAllBytes());
        }
        for (String python : pythons()) {
            Optional<Torch> torch = start(python, script);
            if (torch.isPresent()) {
                return torch;
            }
        }
        return Optional.empty();
    }

    /// The first Python that has PyTorch, or null.
    static @Nullable String python() throws InterruptedException {
        for (String python : pythons()) {
            try {
                var process = new ProcessBuilder(python, "-c", "import torch").start();
                if (process.waitFor() == 0) {
                    return python;
                }
            } catch (IOException e) {
                // no such Python
            }
        }
        return null;
    }

    /// `-Dnacre.bench.python` if given, else `python3` and the one of the system, which another may
    /// hide.
    private static List<String> pythons() {
        String asked = System.getProperty("nacre.bench.python");
        return asked == null ? List.of("python3", "/usr/bin/python3") : List.of(asked);
    }

    private static Optional<Torch> start(String python, Path script) {
        try {
            Torch torch = new Torch(new ProcessBuilder(python, script.toString()).start());
            if ("ready".equals(torch.answers.readLine())) {
                return Optional.of(torch);
            }
            torch.close();
        } catch (IOException e) {
            // no such Python
        }
        return Optional.empty();
    }

    /// Nanoseconds of one run of `work`, a line such as `matmul 64 64 64`; NaN if it does not know
    /// it.
    double time(String work, int threads, int millis) {
        questions.println(threads + " " + millis + " " + work);
        try {
            return Double.parseDouble(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
