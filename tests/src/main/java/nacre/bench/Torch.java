package nacre.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /// Starts `python` (`-Dnacre.bench.python`, else `python3`); empty if it has no PyTorch.
    static Optional<Torch> start() throws IOException {
        Path script = Files.createTempFile("peer", ".py");
        script.toFile().deleteOnExit();
        try (InputStream in = Torch.class.getResourceAsStream("peer.py")) {
            Files.write(script, in.readAllBytes());
        }
        String python = System.getProperty("nacre.bench.python", "python3");
        Torch torch = new Torch(new ProcessBuilder(python, script.toString()).start());
        if ("ready".equals(torch.answers.readLine())) {
            return Optional.of(torch);
        }
        torch.close();
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
