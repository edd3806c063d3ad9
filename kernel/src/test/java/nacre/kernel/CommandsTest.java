package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    @TempDir private Path folder;

    /// A shell of an earlier test's kernel that opens or closes late takes `System.err`.
    @BeforeEach
    void awaitShells() throws InterruptedException {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("nacre-open")) {
                each.join();
            }
        }
    }

    @Test
    void aMissingConnectionFileIsOneLineAndAnExitCode() throws Exception {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nix                             | nacre has no command nix.
                    docto                           | nacre has no command docto. Did you mean doctor?
                    run                             | nacre run needs a NOTEBOOK.
                    run --timout 3 a.ipynb          | nacre run has no option --timout. Did you mean --timeout?
                    run --timeout abc a.ipynb       | --timeout needs SECONDS, a number; it got abc.
                    run --timeout                   | --timeout needs SECONDS behind it.
                    run --timeout 1 --timeout 2 a   | --timeout was given twice.
                    run -p epochs a.ipynb           | -p needs NAME=VALUE; it got epochs.
                    run -p =3 a.ipynb               | -p needs NAME=VALUE; it got =3.
                    run -p n=1 -p n=2 a.ipynb       | -p n was given twice.
                    run --html=3 a.ipynb            | --html takes no value; it got 3.
                    repl x                          | nacre repl has no use for x.
                    install --prefix                | --prefix needs DIR behind it.
                    install --prefix=               | --prefix needs a folder, as in --prefix /opt/jupyter.
                    install --user --prefix x       | Of --user, --prefix=DIR only one can be given.
                    """)
    void wrongArgumentsAreToldInOneSentence(String arguments, String told) {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int code;
        try {
            code = Commands.run(arguments.split(" "));
        } finally {
            System.setErr(before);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertNotEquals(0, code);
        assertEquals(told, text.lines().findFirst().orElse("").replace("nacre: ", ""));
        assertTrue(text.lines().count() <= 2, text);
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
