package nacre.kernel.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Completeness;
import org.jspecify.annotations.Nullable;

/// Cells from a pipe or a file, with nothing but their output: `echo '1 + 1' | nacre repl`.
final class PipedConsole implements Console {
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Cells cells;
    private boolean left;

    PipedConsole(InputStream in, PrintStream out, PrintStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
    }

    @Override
    public void serve(Cells cells) {
        this.cells = cells;
    }

    @Override
    public Optional<String> read(int number) {
        var cell = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            cell.append(line);
            if (isWhole(cell.toString())) {
                return Optional.of(cell.toString());
            }
            cell.append('\n');
        }
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell.toString());
    }

    private boolean isWhole(String cell) {
        return cells == null
                || cell.isBlank()
                || !(cells.isComplete(cell) instanceof Completeness.Incomplete);
    }

    private @Nullable String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stdout(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void stderr(String text) {
        err.print(text);
        err.flush();
    }

    @Override
    public Screen.Live show(Display display) {
        say(display.text());
        return newer -> say(Display.of(newer).text());
    }

    @Override
    public void leave() {
        left = true;
    }

    @Override
    public boolean isLeft() {
        return left;
    }

    @Override
    public String input(String prompt, boolean password) {
        stdout(prompt);
        String line = line();
        if (line == null) {
            throw new CancellationException("the input has come to its end");
        }
        return line;
    }

    @Override
    public void say(String line) {
        stdout(line + System.lineSeparator());
    }

    @Override
    public void error(String story) {
        stderr(story + System.lineSeparator());
    }

    @Override
    public void close() {}
}
