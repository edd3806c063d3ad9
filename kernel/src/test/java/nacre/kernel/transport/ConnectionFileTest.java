package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    @TempDir private Path folder;

    @Test
    void aGoodFileGivesAddresses() throws IOException {
        String text = ConnectionFile.onThisMachine().text();
        ConnectionFile read =
                ConnectionFile.read(Files.writeString(folder.resolve("c.json"), text));
        assertTrue(read.address(ConnectionFile.Port.SHELL).startsWith("tcp://127.0.0.1:"));
        assertEquals(text, read.text());
    }

    @Test
    void aMissingFileIsSaidInWords() {
        assertMessage("There is no connection file", folder.resolve("none.json"));
    }

    @Test
    void damagedFilesAreSaidInWords() throws IOException {
        assertDamaged("", "its text is not a JSON object.");
        assertDamaged("{", "its text is not JSON.");
        assertDamaged("[1]", "its text is not a JSON object.");
        assertDamaged("{}", "control_port should be a number from 1 to 65535 and is missing.");
        String good = ConnectionFile.onThisMachine().text();
        assertDamaged(good.replace("\"tcp\"", "\"ipc\""), "transport should be \"tcp\"");
        assertDamaged(
                good.replace("hmac-sha256", "rot13"), "signature_scheme \"rot13\" is unknown");
        assertDamaged(good.replace("127.0.0.1", ""), "ip is missing.");
        assertDamaged(good.replace("\"key\"", "\"kex\""), "key is missing.");
    }

    @Test
    void aKeyThatOthersCanReadIsSaidInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), "{}");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertEquals(posix, ConnectionFile.exposure(file).isPresent());
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        assertEquals(Optional.empty(), ConnectionFile.exposure(file));
    }

    @Test
    void anAddressOfAnotherMachineIsSaidInWords() {
        String text = ConnectionFile.onThisMachine().text().replace("127.0.0.1", "203.0.113.5");
        var problem =
                assertThrows(
                        ConnectionException.class,
                        () ->
                                KernelServer.open(
                                        ConnectionFile.parse(text), new FakeService(), null));
        assertTrue(
                problem.getMessage().contains("no network of this machine has this address"),
                problem.getMessage());
    }

    @Test
    void aPortInUseIsSaidInWords() {
        ConnectionFile connection = ConnectionFile.onThisMachine();
        try (var _ = KernelServer.open(connection, new FakeService(), null)) {
            var problem =
                    assertThrows(
                            ConnectionException.class,
                            () -> KernelServer.open(connection, new FakeService(), null));
            assertTrue(problem.getMessage().contains("the port is in use"), problem.getMessage());
        }
    }

    @Test
    void anAddressOfTheNewKindIsWrittenInBrackets() {
        String text = ConnectionFile.onThisMachine().text().replace("127.0.0.1", "::1");
        assertTrue(
                ConnectionFile.parse(text)
                        .address(ConnectionFile.Port.IOPUB)
                        .startsWith("tcp://[::1]:"));
    }

    private void assertDamaged(String text, String why) throws IOException {
        assertMessage(why, Files.writeString(folder.resolve("c.json"), text));
    }

    private static void assertMessage(String part, Path file) {
        var problem = assertThrows(ConnectionException.class, () -> ConnectionFile.read(file));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }
}
