package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;

/// The stop button: whatever runs is idle again at once, and every variable is still there.
class InterruptIT {
    private static final Path FOLDER = Lessons.TARGET.resolve("interrupt");

    private static final String BEFORE =
            """
            int kept = 42;
            var data = Data.moons(2000, 0.1, 1);
            var model = Sequential.of(Input.of(2), new Dense(64), new Dense(2).activation("softmax"));
            model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
            """;

    @Test
    void everyRunawayStops() throws IOException {
        var cells =
                List.of(
                        "while (true) {}",
                        "Thread.sleep(100000);",
                        "model.fit(data.x(), data.y()).epochs(100000).run();");
        for (var result : interrupt(BEFORE, cells, "kept")) {
            var told = result.getAsJsonObject();
            assertEquals("42", told.get("after").getAsString(), told.toString());
            assertEquals("error", told.get("status").getAsString(), told.toString());
            assertTrue(told.get("seconds").getAsDouble() < 30, told.toString());
        }
    }

    private static JsonArray interrupt(String before, List<String> cells, String after)
            throws IOException {
        Path task = FOLDER.resolve("task.json");
        Path results = FOLDER.resolve("results.json");
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(results);
        Files.writeString(
                task,
                new Gson()
                        .toJson(
                                Map.of(
                                        "kernel", Jupyter.KERNEL,
                                        "before", before,
                                        "cells", cells,
                                        "after", after)));
        Path script = Repository.ROOT.resolve("tests/src/test/resources/jupyter/interrupt.py");
        Jupyter.withNacre()
                .python("jupyter_client", "python3-jupyter-client")
                .with(script.toString(), task.toString(), results.toString())
                .run(FOLDER.resolve("client.log"), Duration.ofMinutes(10))
                .succeeded("the client that interrupts");
        return JsonParser.parseString(Files.readString(results)).getAsJsonArray();
    }
}
