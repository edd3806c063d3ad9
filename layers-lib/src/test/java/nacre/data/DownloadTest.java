package nacre.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are fetched, from a server in this process.
class DownloadTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final String MD5 = "5289df737df57326fcdd22597afb1fac";

    @TempDir Path folder;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/a.bin",
                exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT);
                    exchange.close();
                });
        server.createContext(
                "/broken.bin",
                exchange -> { // promises more than it sends
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(CONTENT);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Download.Source source(String name, String sum) {
        String from = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new Download.Source(from, name, "cache/" + name, "MD5", sum);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theRightFileIsKeptAndNotFetchedTwice() throws IOException {
        Download.fetch(source("a.bin", MD5), folder);
        assertEquals(List.of("a.bin"), kept());
        server.stop(0);
        Download.fetch(source("a.bin", MD5), folder);
    }

    @Test
    void anotherFileThanExpectedIsNotKept() throws IOException {
        String message =
                assertThrows(IOException.class, () -> Download.fetch(source("a.bin", "00"), folder))
                        .getMessage();
        assertTrue(message.contains("nothing was kept") && message.contains(MD5), message);
        assertEquals(List.of(), kept());
    }

    @Test
    void aFileThatBreaksOffIsNotKept() throws IOException {
        assertThrows(IOException.class, () -> Download.fetch(source("broken.bin", MD5), folder));
        assertEquals(List.of(), kept());
    }

    @Test
    void withoutANetworkItIsSaidWhatToDo() throws IOException {
        Download.Source source = source("a.bin", MD5);
        server.stop(0);
        String message =
                assertThrows(IOException.class, () -> Download.fetch(source, folder)).getMessage();
        assertTrue(message.contains("Is there a network?"), message);
        assertTrue(message.contains("copy the file to " + folder.resolve("cache/a.bin")), message);
        assertEquals(List.of(), kept());
    }

    @Test
    void onlyWhatIsKnownIsFetched() {
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Datasets(folder).fetch("nothing"))
                        .getMessage();
        assertTrue(
                message.contains("[boston_housing, cifar10, fashion_mnist, imdb, mnist]"), message);
    }
}
