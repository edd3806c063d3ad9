package nacre.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/// One cell of a notebook: a window on its JSON, which keeps whatever else is stored there.
///
/// @param json the cell as it is in the file
public record Cell(JsonObject json) {

    /// A new code cell.
    public static Cell code(String id, String source, String... tags) {
        var tagList = new JsonArray();
        for (String tag : tags) {
            tagList.add(tag);
        }
        var metadata = new JsonObject();
        metadata.add("tags", tagList);
        var json = new JsonObject();
        json.addProperty("cell_type", "code");
        json.addProperty("id", id);
        json.add("metadata", metadata);
        json.add("source", NotebookJson.lines(source));
        var cell = new Cell(json);
        cell.clear();
        return cell;
    }

    /// `code`, `markdown` or `raw`.
    public String type() {
        return json.get("cell_type").getAsString();
    }

    public boolean isCode() {
        return type().equals("code");
    }

    public String source() {
        return json.has("source") ? NotebookJson.text(json.get("source")) : "";
    }

    /// The number in `In [n]`, if the cell has been run.
    public Optional<Integer> number() {
        return Optional.ofNullable(json.get("execution_count"))
                .filter(count -> !count.isJsonNull())
                .map(JsonElement::getAsInt);
    }

    /// What the cell printed and showed, as stored.
    public List<JsonObject> outputs() {
        return json.get("outputs") instanceof JsonArray outputs
                ? outputs.asList().stream()
                        .filter(JsonElement::isJsonObject)
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }

    /// Files that live in a Markdown cell, by name.
    public JsonObject attachments() {
        return json.get("attachments") instanceof JsonObject files ? files : new JsonObject();
    }

    public boolean hasTag(String tag) {
        return json.get("metadata") instanceof JsonObject metadata
                && metadata.get("tags") instanceof JsonArray tags
                && tags.contains(new JsonPrimitive(tag));
    }

    /// Stores what a run gave.
    public void result(int number, JsonArray outputs) {
        json.addProperty("execution_count", number);
        json.add("outputs", outputs);
    }

    /// Forgets the result of an earlier run.
    public void clear() {
        json.add("execution_count", JsonNull.INSTANCE);
        json.add("outputs", new JsonArray());
    }
}
