package nacre.kernel.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nacre.display.Display;
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
