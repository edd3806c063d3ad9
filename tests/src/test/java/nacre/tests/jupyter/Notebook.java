package nacre.tests.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The cells of a notebook file, with what they have put out.
///
/// @param cells the code cells in their order
record Notebook(List<Cell> cells) {

    /// One code cell.
    ///
    /// @param id its name in the file
    /// @param outputs what stands below it
    record Cell(String id, List<JsonObject> outputs) {

        /// All text below the cell: printed, shown, and the text form of pictures.
        String text() {
            return outputs.stream()
                    .map(o -> o.has("data") ? "\n" + plain(o) + "\n" : joined(o.get("text")))
                    .collect(Collectors.joining());
        }

        /// Which kinds of pictures stand below the cell, in their order.
        List<String> pictures() {
            return outputs.stream()
                    .filter(output -> output.has("data"))
                    .flatMap(output -> output.getAsJsonObject("data").keySet().stream())
                    .filter(type -> type.startsWith("image/"))
                    .toList();
        }

        /// Errors, and whatever was printed to standard error.
        Stream<String> complaints() {
            return outputs.stream()
                    .filter(o -> is(o, "output_type", "error") || is(o, "name", "stderr"))
                    .map(output -> "cell " + id + ": " + output);
        }

        private static String plain(JsonObject output) {
            return joined(output.getAsJsonObject("data").get("text/plain"));
        }
    }

    /// Reads a notebook file.
    static Notebook read(Path file) {
        try {
            var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            var cells = new ArrayList<Cell>();
            for (JsonElement element : json.getAsJsonArray("cells")) {
                JsonObject cell = element.getAsJsonObject();
                if (is(cell, "cell_type", "code")) {
                    cells.add(new Cell(cell.get("id").getAsString(), outputs(cell)));
                }
            }
            return new Notebook(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything in it that should not be there when all is well.
    List<String> complaints() {
        return cells.stream().flatMap(Cell::complaints).toList();
    }

    /// How many outputs are or have a picture.
    long pictures() {
        return cells.stream()
                .flatMap(cell -> cell.outputs().stream())
                .filter(output -> output.has("data"))
                .filter(output -> output.getAsJsonObject("data").has("image/png"))
                .count();
    }

    private static List<JsonObject> outputs(JsonObject cell) {
        JsonArray outputs = cell.getAsJsonArray("outputs");
        return outputs.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static boolean is(JsonObject object, String key, String value) {
        return object.has(key) && object.get(key).getAsString().equals(value);
    }

    /// A text in a notebook is one string, or its lines.
    private static String joined(JsonElement text) {
        if (text == null) {
            return "";
        }
        return text.isJsonArray()
                ? StreamSupport.stream(text.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : text.getAsString();
    }
}
