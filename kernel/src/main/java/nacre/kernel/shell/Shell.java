package nacre.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nacre.display.Display;
import nacre.display.Screen;
import org.jspecify.annotations.Nullable;

/// Runs cells of Java, one after the other, in this process.
///
/// A new shell is there at once; JShell starts and warms up in the background, and the first call
/// waits for it. All methods can be called from any thread.
public final class Shell implements AutoCloseable {
    /// How long JShell's imports wait for a front end that sends its first cell at once, in
    /// milliseconds, and how often for the end of a cell that runs then.
    private static final int PAUSE = 300;

    private static final int PAUSES = 6;

    private final ShellOptions options;
    private final CellScreen screen;
    private final Reserve reserve = Reserve.ofProcess();
    private final List<Path> added = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Engine> engine;
    private volatile @Nullable CellRun running;
    private volatile Times times = Times.NONE;
    private volatile @Nullable CellError lastError;

    /// Something other than Java code that runs as a cell does: what it prints and shows appears
    /// there, and it can be stopped.
    public interface Work {
        /// Does it.
        CellResult run() throws Throwable;
    }

    /// Begins with what the first shell of a process waits for longest; for those who know that one
    /// is about to be opened.
    public static void prepare() {
        HeadStart.begin();
    }

    /// Opens a shell; `System.out`, `System.err` and `System.in` lead to its cells until it is
    /// closed.
    public Shell(ShellOptions options) {
        this.options = options;
        Streams.install();
        screen = new CellScreen(Screen.current(), options.renderer());
        Screen.use(screen);
        engine = start();
    }

    private CompletableFuture<Engine> start() {
        var started = new CompletableFuture<Engine>();
        Thread.ofPlatform()
                .daemon()
                .name("nacre-shell-start")
                .start(
                        () -> {
                            try {
                                var fresh = new Engine(options, reserve);
                                added.forEach(fresh::addToClassPath);
                                boolean isAwaited = running != null;
                                started.complete(fresh);
                                if (!isAwaited) {
                                    fresh.warmUp();
                                }
                                pause();
                                fresh.declareImports();
                            } catch (Throwable e) {
                                started.completeExceptionally(e);
                            }
                        });
        return started;
    }

    /// A cell whose end would wait for the imports goes first, unless it runs for long.
    private void pause() throws InterruptedException {
        int pauses = 0;
        do {
            Thread.sleep(PAUSE);
            pauses++;
        } while (running != null && pauses < PAUSES);
    }

    /// Does something short once the shell can run cells.
    public void whenReady(Runnable action) {
        engine.thenRun(action);
    }

    /// Runs a cell and waits for its end.
    ///
    /// @param number the cell's number, as in `In[number]`; errors name it
    public CellResult run(String code, int number, CellIo io) {
        return run(new Cell(number, code), io);
    }

    /// Runs a part of a cell, or a file that a cell names.
    public CellResult run(Cell cell, CellIo io) {
        return run(cell.title(), io, (ready, run) -> ready.run(cell, run));
    }

    /// Does some work as a cell.
    ///
    /// @param title how the cell is called when it is told of
    public CellResult work(String title, Work work, CellIo io) {
        return run(title, io, (ready, run) -> ready.work(work, run));
    }

    private CellResult run(
            String title, CellIo io, BiFunction<Engine, CellRun, CellResult> action) {
        synchronized (screen) {
            Streams.use();
            var run =
                    new CellRun(
                            title,
                            io,
                            its -> action.apply(ready(its), its),
                            this::inWords,
                            thrown -> engine.join().frames().full(thrown));
            running = run;
            try {
                CellResult result = run.run();
                if (result instanceof CellResult.Failure(CellError error)) {
                    lastError = error;
                }
                return result;
            } finally {
                running = null;
                times = run.times();
            }
        }
    }

    /// Waits on the cell's thread until JShell is there, so that this too can be stopped.
    private Engine ready(CellRun run) {
        try {
            Engine ready = run.userCode(engine::get);
            Thread.currentThread().setContextClassLoader(ready.loader());
            return ready;
        } catch (Throwable e) {
            run.stopIfAsked();
            throw new IllegalStateException("JShell does not start: " + e.getMessage(), e);
        }
    }

    private CellError inWords(Throwable thrown) {
        CellError error =
                engine.isCompletedExceptionally()
                        ? new Story("NoJShell", String.valueOf(thrown.getMessage())).error()
                        : engine.join().errors().thrown(thrown);
        lastError = error;
        return error;
    }

    /// Gives back the memory that no cell needs any more.
    public static void clearMemory() {
        Reserve.ofProcess().clear(System::gc);
    }

    /// The error that was told last, of a cell or of a thread that it had started.
    public Optional<CellError> lastError() {
        return Optional.ofNullable(lastError);
    }

    /// How long the cell before took.
    public Times times() {
        return times;
    }

    /// What cells have defined, in the order in which they did.
    public List<Definition> definitions() {
        return engine.join().definitions();
    }

    /// Forgets all that cells have defined; jars that were added stay.
    public void reset() {
        synchronized (screen) {
            engine.thenAccept(Engine::close);
            engine = start();
        }
    }

    /// The jars and folders that cells see: those of the beginning, and those that were added.
    public List<Path> classPath() {
        return Stream.concat(options.classPath().stream(), added.stream()).toList();
    }

    /// Stops the cell that runs now; does nothing if there is none.
    public void interrupt() {
        CellRun run = running;
        if (run != null) {
            run.stop();
        }
    }

    /// Where something still runs that cells have started.
    public List<String> stillRunning() {
        Engine ready = engine.join();
        return CellRun.stillRunning().stream().map(each -> each.say(ready.frames())).toList();
    }

    /// Stops what still runs though its cell has ended.
    public void stopRest() {
        CellRun.stillRunning().forEach(each -> each.cell().stop());
    }

    /// Lets cells use one more jar or folder of classes.
    public void addToClassPath(Path path) {
        if (!classPath().contains(path)) {
            engine.join().addToClassPath(path);
            added.add(path);
        }
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

    /// A hint at names that are near to one that is not there.
    public Optional<String> similarTo(String name) {
        return engine.join().similarTo(name);
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
