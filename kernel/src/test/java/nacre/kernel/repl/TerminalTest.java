package nacre.kernel.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nacre.display.Display;
import nacre.display.Screen;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Path HOME = Path.of("home");
    private static final Display PICTURE =
            new Display(Map.of("image/png", new byte[5000], "text/plain", "a picture"), Map.of());

    @Test
    void historyLivesWhereTheSystemWantsIt() {
        assertEquals(HOME.resolve(".local/state"), StateFolder.of("Linux", HOME, Map.of()));
        assertEquals(
                Path.of("/state"),
                StateFolder.of("Linux", HOME, Map.of("XDG_STATE_HOME", "/state")));
        assertEquals(
                HOME.resolve("Library/Application Support"),
                StateFolder.of("Mac OS X", HOME, Map.of()));
        assertEquals(
                Path.of("local"),
                StateFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "local")));
    }

    @Test
    void kittyGetsAPictureInPieces() {
        String escape =
                TerminalPictures.of(Map.of("TERM", "xterm-kitty")).escape(PICTURE).orElseThrow();
        assertTrue(escape.startsWith("\u001b_Ga=T,f=100,m=1;"), escape);
        assertEquals(2, escape.split("\u001b_G", -1).length - 1);
        assertTrue(escape.contains("\u001b_Gm=0;"));
    }

    @Test
    void whatChangesIsOverwrittenUntilSomethingStandsBelowIt() throws IOException {
        var out = new ByteArrayOutputStream();
        var terminal = terminal(out);
        terminal.setSize(new Size(80, 24));
        try (var console = new TerminalConsole(terminal, TerminalPictures.of(Map.of()), true)) {
            Screen.Live live = console.show(Display.of("epoch 1"));
            live.update("epoch 2");
            console.stdout("a line\n");
            live.update("epoch 3");
        }
        String text = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertTrue(
                text.contains("epoch 1\n\u001b[A\u001b[Jepoch 2\na line\nepoch 3\n"),
                text.replace('\u001b', '^'));
    }

    @Test
    void errorsAreRedUnlessNoColourIsWanted() throws IOException {
        for (boolean hasColors : List.of(true, false)) {
            var out = new ByteArrayOutputStream();
            var terminal = terminal(out);
            var pictures = TerminalPictures.of(Map.of());
            try (var console = new TerminalConsole(terminal, pictures, hasColors)) {
                console.error("wrong");
            }
            assertEquals(hasColors, out.toString(StandardCharsets.UTF_8).contains("\u001b[31m"));
        }
    }

    @Test
    void aTerminalWithoutASizeGetsOne() throws IOException {
        var terminal = terminal(new ByteArrayOutputStream());
        terminal.setSize(new Size(0, 0));
        try (var _ = new TerminalConsole(terminal, TerminalPictures.of(Map.of()), true)) {
            assertEquals(80, terminal.getWidth());
        }
    }

    private static Terminal terminal(ByteArrayOutputStream out) throws IOException {
        return new ExternalTerminal(
                "test",
                "xterm",
                new ByteArrayInputStream(new byte[0]),
                out,
                StandardCharsets.UTF_8);
    }

    @Test
    void otherTerminalsGetTheText() {
        assertTrue(
                TerminalPictures.of(Map.of("TERM_PROGRAM", "iTerm.app"))
                        .escape(PICTURE)
                        .isPresent());
        assertEquals(
                Optional.empty(), TerminalPictures.of(Map.of("TERM", "xterm")).escape(PICTURE));
        assertEquals(
                Optional.empty(),
                TerminalPictures.of(Map.of("TERM", "xterm-kitty", "TMUX", "1")).escape(PICTURE));
        assertEquals(
                Optional.empty(),
                TerminalPictures.of(Map.of("TERM", "xterm-kitty")).escape(Display.of(1)));
    }
}
