package nacre.display;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows the text form of a value on standard output; an update prints again, a line is
/// overwritten.
final class Terminal implements Screen {
    private final Supplier<PrintStream> out;
    private final boolean canOverwrite;

    /// Standard output; what goes to a file or a pipe gets no line that changes, only its last
    /// state.
    Terminal() {
        this(() -> System.out, System.console() != null && System.console().isTerminal());
    }

    Terminal(Supplier<PrintStream> out, boolean canOverwrite) {
        this.out = out;
        this.canOverwrite = canOverwrite;
    }

    @Override
    public Live show(@Nullable Object value) {
        print(value);
        return this::print;
    }

    @Override
    public Line line(@Nullable Object value) {
        var line = new Overwritten();
        line.update(value);
        return line;
    }

    private void print(@Nullable Object value) {
        out.get().println(Display.of(value).text());
    }

    private final class Overwritten implements Line {
        private String text = "";

        @Override
        public void update(@Nullable Object value) {
            int before = text.length();
            text = Display.of(value).text().lines().findFirst().orElse("");
            if (canOverwrite) {
                String rest = " ".repeat(Math.max(0, before - text.length()));
                out.get().print("\r" + text + rest);
                out.get().flush();
            }
        }

        @Override
        public void close() {
            out.get().println(canOverwrite ? "" : text);
        }
    }
}
