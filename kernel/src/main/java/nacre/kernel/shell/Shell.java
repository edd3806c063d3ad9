package nacre.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nacre.display.Display;
import nacre.display.Screen;
import org.jspecify.annotations.Nullable;

/// Runs cells of Java, one after the other, in this process.
///
/// A new shell is there at once; JShell starts and warms up in the background, and the first call
/// waits for it. All methods can be called from any thread.
public final class Shell implements AutoCloseable {
    private final CompletableFuture<Engine> engine = new CompletableFuture<>();
    private final CellScreen screen;
    private volatile @Nullable CellRun running;

    /// Opens a shell; `System.out`, `System.err` and `System.in` lead to its cells until it is
    /// closed.
    public Shell(ShellOptions options) {
        Streams.install();
        screen = new CellScreen(Screen.current(), options.renderer());
        Screen.use(screen);
        Thread.ofPlatform()
                .daemon()
                .name("nacre-shell-start")
                .start(
                        () -> {
                            try {
                                engine.complete(new Engine(options));
                            } catch (Throwable e) {
                                engine.completeExceptionally(e);
                            }
                        });
    }

    /// Runs a cell and waits for its end.
    ///
    /// @param number the cell's number, as in `In[number]`; errors name it
    public CellResult run(String code, int number, CellIo io) {
        synchronized (screen) {
            Engine ready = engine.join();
            Streams.use();
            var cell = new Cell(number, code);
            var run = new CellRun(number, io, its -> ready.run(cell, its), ready.errors()::thrown);
            running = run;
            try {
                return run.run();
            } finally {
                running = null;
            }
        }
    }

    /// Stops the cell that runs now; does nothing if there is none.
    public void interrupt() {
        CellRun run = running;
        if (run != null) {
            run.stop();
        }
    }

    /// Names the stopped cells of which something still runs, and where it is.
    public List<String> stillRunning() {
        return CellRun.stillRunning();
    }

    /// Lets cells use one more jar or folder of classes.
    public void addToClassPath(Path path) {
        engine.join().addToClassPath(path);
    }

    /// What could be typed at the cursor.
    ///
    /// @param cursor in UTF-16 units
    public Completion complete(String code, int cursor) {
        return engine.join().complete(code, cursor);
    }

    /// Help on what is at the cursor.
    ///
    /// @param cursor in UTF-16 units
    /// @param detail 0 for a short help, 1 for all there is
    public Optional<Display> inspect(String code, int cursor, int detail) {
        return engine.join().inspect(code, cursor, detail);
    }

    /// Whether the code can run as it stands.
    public Completeness isComplete(String code) {
        return engine.join().isComplete(code);
    }

    /// Closes JShell and gives the process its own streams back.
    @Override
    public void close() {
        interrupt();
        engine.thenAccept(Engine::close);
        Screen.use(screen.otherwise());
        Streams.restore();
    }
}
