package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;

/// Cells with magics, and what came of them: what a test of magics needs.
final class Session implements AutoCloseable {
    final Cells cells = new Cells(() -> new Shell(ShellOptions.of(List.of())));
    private static final int PATIENCE = 120_000; // ms, for the slowest machine
    private int number;

    /// Runs the next cell.
    Ran run(String code) {
        var ran = new Ran();
        ran.result = cells.run(code, ++number, ran);
        return ran;
    }

    /// Runs a cell that does not end by itself, and stops it once it has printed something.
    Ran stoppedWhenItPrints(String code) throws InterruptedException {
        var ran = new Ran();
        Thread thread =
                Thread.ofPlatform().start(() -> ran.result = cells.run(code, ++number, ran));
        for (int i = 0; i < PATIENCE && ran.out.isEmpty(); i++) {
            Thread.sleep(1);
        }
        cells.interrupt();
        thread.join(PATIENCE);
        return ran;
    }

    /// Everything that a cell printed; fails if it went wrong.
    String out(String code) {
        Ran ran = run(code);
        if (!(ran.result instanceof CellResult.Value)) {
            fail(ran.error().traceback().toString());
        }
        return ran.out.toString();
    }

    String value(String code) {
        return run(code).value();
    }

    CellError error(String code) {
        return run(code).error();
    }

    /// All that the error of a cell tells.
    String told(String code) {
        return String.join("\n", error(code).traceback());
    }

    @Override
    public void close() {
        cells.close();
    }

    /// One cell that was run.
    static final class Ran implements Front {
        final StringBuffer out = new StringBuffer();
        final StringBuffer err = new StringBuffer();
        final List<Display> shown = new ArrayList<>();
        final List<String> offered = new ArrayList<>();
        boolean left;
        volatile CellResult result;

        String value() {
            return switch (result) {
                case CellResult.Value value ->
                        value.display().map(Display::text).orElse("(nothing)");
                case CellResult.Failure failure -> fail("" + failure.error().traceback());
                case CellResult.Interrupted stopped -> fail(stopped.error().message());
            };
        }

        CellError error() {
            return switch (result) {
                case CellResult.Failure failure -> failure.error();
                case CellResult.Interrupted stopped -> stopped.error();
                case CellResult.Value value -> fail("no error, but " + value);
            };
        }

        @Override
        public void stdout(String text) {
            out.append(text);
        }

        @Override
        public void stderr(String text) {
            err.append(text);
        }

        @Override
        public Screen.Live show(Display display) {
            int at = shown.size();
            shown.add(display);
            return newer -> shown.set(at, Display.of(newer));
        }

        @Override
        public String input(String prompt, boolean password) {
            throw new CancellationException("nobody is there");
        }

        @Override
        public void offer(String code) {
            offered.add(code);
        }

        @Override
        public void leave() {
            left = true;
        }
    }
}
