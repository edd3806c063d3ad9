package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nacre.kernel.transport.ConnectionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir private Path folder;

    @Test
    void aMissingConnectionFileIsOneLineAndAnExitCode() {
        assertOneLine("There is no connection file", folder.resolve("none.json"));
    }

    @Test
    void aDamagedConnectionFileIsOneLineAndAnExitCode() throws Exception {
        assertOneLine(
                "is damaged: its text is not JSON.",
                Files.writeString(folder.resolve("c.json"), "{\"shell"));
    }

    @Test
    void aPortInUseIsOneLineAndAnExitCode() throws Exception {
        String connection = ConnectionFile.onThisMachine().text();
        Path file = Files.writeString(folder.resolve("c.json"), connection);
        int shell =
                JsonParser.parseString(connection).getAsJsonObject().get("shell_port").getAsInt();
        try (var _ = new ServerSocket(shell, 1, InetAddress.getLoopbackAddress())) {
            assertOneLine("the port is in use", file);
        }
    }

    @Test
    void theRehearsalUnderstandsItsLesson() throws Exception {
        VectorModule.add();
        assertEquals(0, Rehearsal.play());
    }

    private static void assertOneLine(String part, Path file) {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int code;
        try {
            code =
                    KernelCommand.serve(
                            new String[] {"kernel", "--connection-file", file.toString()});
        } finally {
            System.setErr(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(1, code);
        assertTrue(text.contains(part), text);
        assertEquals(1, text.lines().count(), text);
    }
}
