package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir private Path folder;

    @Test
    void cellsAreFoundByRangeTailAndSearch() {
        try (var kernel = new KernelFixture()) {
            kernel.execute("value 1");
            kernel.execute("value 2");
            kernel.execute("value 1");
            assertEquals(
                    "[[1,2,\"value 2\"]]",
                    history(kernel, "hist_access_type", "range", "start", 2, "stop", 3).toString());
            assertEquals(
                    "[[1,3,\"value 1\"]]",
                    history(kernel, "hist_access_type", "tail", "n", 1).toString());
            assertEquals(
                    3, history(kernel, "hist_access_type", "search", "pattern", "value*").size());
            assertEquals(2, history(kernel, "hist_access_type", "search", "pattern", "v*1").size());
            assertEquals(
                    "[[1,2,\"value 2\"],[1,3,\"value 1\"]]",
                    history(kernel, "hist_access_type", "search", "pattern", "*", "unique", true)
                            .toString());
            assertEquals(
                    "[[1,3,[\"value 1\",\"1\"]]]",
                    history(kernel, "hist_access_type", "tail", "n", 1, "output", true).toString());
        }
    }

    @Test
    void whatIsNotStoredOrTooLongIsNotRemembered() {
        try (var kernel = new KernelFixture()) {
            kernel.execute("value 1" + " ".repeat(100_000));
            kernel.ask("execute_request", Json.object("code", "value 1", "store_history", false));
            assertEquals("[]", history(kernel, "hist_access_type", "tail", "n", 9).toString());
        }
    }

    @Test
    void ofAFileThatHasBecomeTooLargeTheLaterHalfIsKept() throws IOException {
        Path file = folder.resolve("history.jsonl");
        String line = "{\"session\": \"x\", \"line\": %d, \"input\": \"%s\"}\n";
        var old = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            old.append(line.formatted(i, "x".repeat(90_000)));
        }
        Files.writeString(file, old);
        try (var kernel = new KernelFixture(file)) {
            kernel.execute("value 1");
            JsonArray found = history(kernel, "hist_access_type", "tail", "n", 99);
            assertEquals(51, found.size());
            assertEquals("[2,1,\"value 1\"]", found.get(50).toString());
        }
        assertEquals(51, Files.readAllLines(file).size());
    }

    @Test
    void theHistoryOutlivesTheKernelAndADamagedLine() throws IOException {
        Path file = folder.resolve("history.jsonl");
        try (var kernel = new KernelFixture(file)) {
            kernel.execute("value 1");
            assertEquals(1, history(kernel, "hist_access_type", "tail", "n", 9).size());
        }
        Files.writeString(file, "{\"session\": \"x\", \"li\n", StandardOpenOption.APPEND);
        try (var kernel = new KernelFixture(file)) {
            kernel.execute("value 2");
            assertEquals(
                    "[[1,1,\"value 1\"],[2,1,\"value 2\"]]",
                    history(kernel, "hist_access_type", "tail", "n", 9).toString());
            assertEquals(
                    "[[1,1,\"value 1\"]]",
                    history(kernel, "hist_access_type", "range", "session", -1).toString());
            assertTrue(kernel.said().contains("a damaged line"));
        }
    }

    private static JsonArray history(KernelFixture kernel, Object... content) {
        return kernel.ask("history_request", Json.object(content))
                .content()
                .getAsJsonArray("history");
    }
}
