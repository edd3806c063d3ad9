package nacre.kernel.runner;

import java.io.PrintStream;

/// Tells a user who presses Ctrl-C that no file was changed.
final class StopNotice implements AutoCloseable {
    private final Thread hook;
    private volatile boolean done;

    StopNotice(PrintStream err) {
        hook = new Thread(() -> tell(err), "nacre-stop-notice");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void tell(PrintStream err) {
        if (!done) {
            err.println();
            err.println("Stopped. The notebook that was running is as it was before.");
        }
    }

    /// The run has come to its end; there is nothing to tell any more.
    void done() {
        done = true;
    }

    @Override
    public void close() {
        done = true;
    }
}
