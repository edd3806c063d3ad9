package nacre.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void anUpdatePrintsAgain() {
        new Terminal(() -> out, true).show("one").update(new int[] {2});
        assertEquals("one\n[2]\n", printed());
    }

    @Test
    void aLineIsOverwritten() {
        try (var line = new Terminal(() -> out, true).line("epoch 9")) {
            line.update("done");
        }
        assertEquals("\repoch 9\rdone   \n", printed());
    }

    @Test
    void aFileGetsOnlyTheLastState() {
        try (var line = new Terminal(() -> out, false).line("epoch 9")) {
            line.update("done");
        }
        assertEquals("done\n", printed());
    }
}
