package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nacre.display.Display;
import nacre.display.Screen;

/// A shell with its cells numbered and their output kept: what a test of cells needs.
final class Notebook implements AutoCloseable {
    final Shell shell;
    private int number;

    Notebook() {
        this(ShellOptions.of(List.of(library())));
    }

    Notebook(ShellOptions options) {
        shell = new Shell(options);
    }

    /// The number that the next cell will have.
    int next() {
        return number + 1;
    }

    /// Runs the next cell.
    Cell run(String code) {
        var cell = new Cell();
        cell.result = shell.run(code, ++number, cell);
        return cell;
    }

    /// Where the compiled classes of the display floor are: the one library that the shell shares
    /// with cells.
    static Path library() {
        try {
            return Path.of(
                    Display.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts the next cell on a thread of its own.
    Running start(String code) {
        var cell = new Cell();
        int its = ++number;
        Thread thread = Thread.ofPlatform().start(() -> cell.result = shell.run(code, its, cell));
        return new Running(its, cell, thread);
    }

    /// Waits until nothing of a stopped cell runs any more.
    void awaitRest(Running stopped) throws InterruptedException {
        String name = "Cell [%d]".formatted(stopped.number());
        await(
                name + " rests",
                () -> shell.stillRunning().stream().noneMatch(each -> each.startsWith(name)));
    }

    /// The text of a cell's value; fails when it has none.
    String value(String code) {
        return run(code).value();
    }

    /// The error of a cell; fails when it has none.
    CellError error(String code) {
        Cell cell = run(code);
        return cell.result instanceof CellResult.Failure failure
                ? failure.error()
                : fail("no error: " + cell.result);
    }

    /// All that is told of the error of a cell; fails when it has none.
    String told(String code) {
        return String.join("\n", error(code).traceback());
    }

    @Override
    public void close() {
        shell.close();
    }

    /// Waits for something that has to happen, on however slow a machine.
    static void await(String what, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!happened.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "waited in vain until " + what);
            Thread.sleep(5);
        }
    }

    /// A cell that may still run.
    record Running(int number, Cell cell, Thread thread) {
        /// Waits until the cell has printed something.
        Running untilItPrints() throws InterruptedException {
            await("the cell prints", () -> !cell.out.isEmpty());
            return this;
        }

        Cell join() throws InterruptedException {
            await("the cell ends", () -> !thread.isAlive());
            return cell;
        }
    }

    /// One cell with all that came out of it.
    static final class Cell implements CellIo {
        final StringBuffer out = new StringBuffer();
        final StringBuffer err = new StringBuffer();
        final Queue<String> shown = new ConcurrentLinkedQueue<>();
        final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
        final ArrayDeque<String> log = new ArrayDeque<>();
        volatile CellResult result;

        String value() {
            return switch (result) {
                case CellResult.Value value ->
                        value.display().map(Display::text).orElse("(nothing)");
                case CellResult.Failure failure ->
                        fail(String.join("\n", failure.error().traceback()));
                case CellResult.Interrupted stopped -> fail(stopped.error().message());
            };
        }

        @Override
        public void stdout(String text) {
            out.append(text);
            log.add("out:" + text);
        }

        @Override
        public void stderr(String text) {
            err.append(text);
            log.add("err:" + text);
        }

        @Override
        public Screen.Live show(Display display) {
            shown.add(display.text());
            log.add("show:" + display.text());
            return newer -> log.add("update:" + Display.of(newer).text());
        }

        @Override
        public void clear(boolean wait) {
            log.add("clear:" + wait);
        }

        @Override
        public String input(String prompt, boolean password) {
            log.add("ask:" + prompt);
            try {
                return answers.take();
            } catch (InterruptedException e) {
                throw new CancellationException("no longer asked for");
            }
        }
    }
}
