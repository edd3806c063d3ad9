package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import nacre.bench.outside.Program;
import nacre.bench.outside.Waiting;

/// A running `jupyter notebook`, the classic one of version 6, on a loopback port with a token.
final class NotebookServer implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(Jupyter Notebook .*) is running at");
    private static final String TOKEN = "nacre-tests";

    private final Process process;
    private final int port = freePort();

    /// Serves the notebooks in `folder`; what the server prints goes to `log`.
    NotebookServer(Jupyter jupyter, Path folder, Path log) {
        Program notebook = jupyter.program("jupyter-notebook", "jupyter-notebook");
        String version =
                notebook.with("--version").run(log, Duration.ofMinutes(3)).output().strip();
        assertTrue(
                version.startsWith("6."),
                "this test drives the page of notebook 6 (Debian's jupyter-notebook), not "
                        + version);
        process =
                notebook.with(
                                "--no-browser",
                                "--allow-root",
                                "--ip=127.0.0.1",
                                "--port=" + port,
                                "--NotebookApp.port_retries=0",
                                "--NotebookApp.token=" + TOKEN,
                                "--notebook-dir=" + folder)
                        .start(log);
        Waiting.forMatch(log, READY, process, Duration.ofMinutes(3));
    }

    /// The address of a notebook's page.
    String page(String name) {
        return "http://127.0.0.1:" + port + "/notebooks/" + name + "?token=" + TOKEN;
    }

    @Override
    public void close() {
        Program.stop(process);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
