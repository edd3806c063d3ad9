package nacre.kernel.repl;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.magics.Cells;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// A terminal with a person before it.
final class TerminalConsole implements Console {
    private static final AttributedStyle PROMPT =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle ERROR =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final Terminal terminal;
    private final TerminalPictures pictures;
    private final boolean hasColors;
    private final LineReader questions;
    private @Nullable LineReader reader;
    private @Nullable String offered; // what `%load` has put into the next cell
    private boolean left;
    private @Nullable Shown lowest; // nothing has been printed below it

    TerminalConsole() throws IOException {
        this(
                TerminalBuilder.builder()
                        .name("nacre")
                        .system(true)
                        .dumb(true)
                        .graphemeCluster(false) // a slow answer to the question would be typed
                        .build(),
                TerminalPictures.of(System.getenv()),
                System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
    }

    /// @param hasColors unless the user wants none: https://no-color.org
    TerminalConsole(Terminal terminal, TerminalPictures pictures, boolean hasColors) {
        this.terminal = terminal;
        if (terminal.getWidth() <= 0) { // a terminal that tells no size, as programs may have it
            terminal.setSize(new Size(80, 24));
        }
        this.pictures = pictures;
        this.hasColors = hasColors;
        questions = LineReaderBuilder.builder().terminal(terminal).build();
    }

    @Override
    public void serve(Cells cells) {
        reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("nacre")
                        .parser(new CellParser(cells))
                        .completer(new CellCompleter())
                        .highlighter(hasColors ? new CellHighlighter() : new DefaultHighlighter())
                        .variable(LineReader.HISTORY_FILE, StateFolder.file("history"))
                        .variable(LineReader.HISTORY_SIZE, 5_000)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  ...: ")
                        .variable(LineReader.INDENTATION, 4)
                        // `!x` is Java here
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.HISTORY_REDUCE_BLANKS, false)
                        .build();
        terminal.handle(Terminal.Signal.INT, _ -> cells.interrupt());
        say(
                "Nacre: Java "
                        + Runtime.version().feature()
                        + " with neural-network layers. /help says what the keys do.");
    }

    @Override
    public Optional<String> read(int number) {
        if (reader == null) {
            throw new IllegalStateException("no shell is served yet");
        }
        while (true) {
            try {
                String begin = offered;
                offered = null;
                return Optional.of(
                        reader.readLine(
                                styled("In [" + number + "]: ", PROMPT),
                                null,
                                (Character) null,
                                begin));
            } catch (UserInterruptException e) {
                // what was typed is dropped, as in every shell
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void stdout(String text) {
        lowest = null;
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void stderr(String text) {
        stdout(styled(text, ERROR));
    }

    @Override
    public Screen.Live show(Display display) {
        var shown = new Shown();
        shown.print(display);
        return newer -> shown.print(Display.of(newer));
    }

    /// A value that may change, such as the progress of training: its newer state takes the place
    /// of the older one as long as nothing stands below it.
    private final class Shown {
        private int rows;

        void print(Display display) {
            Optional<String> picture = pictures.escape(display);
            String text = picture.orElseGet(display::text);
            if (lowest == this && rows > 0) {
                up(rows);
            }
            say(text);
            lowest = this;
            rows = picture.isPresent() ? 0 : rows(text);
        }

        private void up(int count) {
            for (int i = 0; i < count; i++) {
                terminal.puts(Capability.cursor_up);
            }
            terminal.puts(Capability.clr_eos);
        }

        /// How many rows a text takes; 0 if they cannot be written again.
        private int rows(String text) {
            boolean moves =
                    terminal.getStringCapability(Capability.cursor_up) != null
                            && terminal.getStringCapability(Capability.clr_eos) != null;
            int width = terminal.getWidth();
            if (!moves || width <= 0) {
                return 0;
            }
            int count = AttributedString.fromAnsi(text).columnSplitLength(width).size();
            return count < terminal.getHeight() ? count : 0;
        }
    }

    @Override
    public void offer(String code) {
        offered = code;
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
        try {
            return password ? questions.readLine(prompt, '*') : questions.readLine(prompt);
        } catch (UserInterruptException | EndOfFileException e) {
            throw new CancellationException("no input");
        }
    }

    @Override
    public void say(String line) {
        stdout(line + "\n");
    }

    @Override
    public void error(String story) {
        say(styled(story, ERROR));
    }

    private String styled(String text, AttributedStyle style) {
        return hasColors ? new AttributedString(text, style).toAnsi(terminal) : text;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
