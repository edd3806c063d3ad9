package nacre.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Another library in a process of its own, asked line by line to measure the same work.
final class Peer implements AutoCloseable {
    /// Each native library has its own way to be told how many threads it may use; PyTorch's does
    /// not reach the OpenBLAS below it.
    private static final List<String> THREADS =
            List.of(
                    "OMP_NUM_THREADS",
                    "OPENBLAS_NUM_THREADS",
                    "MKL_NUM_THREADS",
                    "TF_NUM_INTRAOP_THREADS",
                    "TF_NUM_INTEROP_THREADS");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL = 1_000_000;

    private final String name;
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts it; what it says on the side goes to `log`. Empty, with a word why, if it does not
    /// start.
    static Optional<Peer> start(Command command, int threads, Path log) throws IOException {
        var peer = new Peer(command.name(), process(command, threads, log).start());
        if ("ready".equals(peer.answers.readLine())) {
            return Optional.of(peer);
        }
        peer.close();
        System.out.println(command.name() + " does not start: " + lastLine(log));
        return Optional.empty();
    }

    /// How a process with so many threads is started; `more` comes after the command.
    static ProcessBuilder process(Command command, int threads, Path log, String... more) {
        var builder = new ProcessBuilder(command.words(threads, more));
        Map<String, String> environment = builder.environment();
        THREADS.forEach(variable -> environment.put(variable, String.valueOf(threads)));
        return builder.redirectError(log.toFile());
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it says nothing" : lines.getLast();
    }

    String name() {
        return name;
    }

    /// Nanoseconds of one run of `work`, a line such as `product 64 64 64`; NaN if it does not know
    /// it, crashes in it, or does not come to an end: some libraries wait for threads that a busy
    /// machine does not schedule.
    double time(String work, int millis) {
        questions.println(millis + " " + work);
        try {
            if (!process.isAlive() || !answersWithin(PATIENCE)) {
                close();
                return Double.NaN;
            }
            @Nullable String answer = answers.readLine();
            return answer == null ? Double.NaN : Double.parseDouble(answer);
        } catch (NumberFormatException e) { // the last words of a library that crashed
            System.out.println(name + " has crashed in " + work + " and is left out");
            close();
            return Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answersWithin(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!answers.ready() && process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL);
        }
        return answers.ready();
    }

    /// The most memory that its process has had so far, in MB; NaN where the system does not say.
    double mostMemory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
