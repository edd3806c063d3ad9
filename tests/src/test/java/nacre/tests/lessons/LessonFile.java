package nacre.tests.lessons;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nacre.tests.Repository;

/// A lesson as it is stored: its cells with their sources and outputs.
///
/// @param name as in `08-dropout`
/// @param bytes how large the file is
/// @param cells all cells in their order
record LessonFile(String name, long bytes, List<Cell> cells) {
    static final Path FOLDER = Repository.ROOT.resolve("lessons");

    /// One cell of any kind.
    record Cell(String id, boolean isCode, String source, List<JsonObject> outputs) {
        private static Cell of(JsonObject json) {
            boolean isCode = json.get("cell_type").getAsString().equals("code");
            String source =
                    json.getAsJsonArray("source").asList().stream()
                            .map(JsonElement::getAsString)
                            .collect(Collectors.joining());
            List<JsonObject> outputs =
                    isCode
                            ? json.getAsJsonArray("outputs").asList().stream()
                                    .map(JsonElement::getAsJsonObject)
                                    .toList()
                            : List.of();
            return new Cell(json.get("id").getAsString(), isCode, source, outputs);
        }
    }

    static List<LessonFile> all() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".ipynb"))
                    .sorted()
                    .map(LessonFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LessonFile read(Path file) {
        try {
            var cells =
                    JsonParser.parseString(Files.readString(file))
                            .getAsJsonObject()
                            .getAsJsonArray("cells");
            return new LessonFile(
                    file.getFileName().toString().replace(".ipynb", ""),
                    Files.size(file),
                    cells.asList().stream().map(c -> Cell.of(c.getAsJsonObject())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
