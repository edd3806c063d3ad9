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
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/// A terminal with a person before it.
final class TerminalConsole implements Console {
    private static final AttributedStyle PROMPT =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle ERROR =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final Terminal terminal;
    private final TerminalPictures pictures;
    private final LineReader questions;
    private @Nullable LineReader reader;
    private @Nullable String offered; // what `%load` has put into the next cell
    private boolean left;

    TerminalConsole() throws IOException {
        terminal = TerminalBuilder.builder().name("nacre").system(true).dumb(true).build();
        pictures = TerminalPictures.of(System.getenv());
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
                        .highlighter(new CellHighlighter())
                        .variable(LineReader.HISTORY_FILE, StateFolder.file("history"))
                        .variable(LineReader.HISTORY_SIZE, 5_000)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  ...: ")
                        .variable(LineReader.INDENTATION, 4)
                        .option(
                                LineReader.Option.DISABLE_EVENT_EXPANSION,
                                true) // `!x` is Java here
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
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void stderr(String text) {
        stdout(styled(text, ERROR));
    }

    @Override
    public Screen.Live show(Display display) {
        print(display);
        return newer -> print(Display.of(newer));
    }

    private void print(Display display) {
        say(pictures.escape(display).orElseGet(display::text));
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
        return new AttributedString(text, style).toAnsi(terminal);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
