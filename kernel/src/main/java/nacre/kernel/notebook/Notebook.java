package nacre.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A notebook file in memory.
public final class Notebook {
    private static final String RESTORE =
            "Take an earlier version of the file, or open it in Jupyter to mend it.";
    private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");

    private final Path file;
    private final JsonObject json;
    private final List<Cell> cells = new ArrayList<>();

    private Notebook(Path file, JsonObject json) {
        this.file = file;
        this.json = json;
        for (JsonElement cell : json.getAsJsonArray("cells")) {
            if (!(cell instanceof JsonObject object) || !object.has("cell_type")) {
                throw new Trouble(
                        file + " is damaged: one of its cells has no `cell_type`. " + RESTORE);
            }
            cells.add(new Cell(object));
        }
        json.remove("cells");
        upgrade();
    }

    /// Reads a notebook; every way that can fail has its own message.
    public static Notebook read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Trouble("There is no notebook " + file + Nearby.hint(file), e);
        } catch (CharacterCodingException e) {
            throw new Trouble(file + " is not a notebook: it is not UTF-8 text.", e);
        } catch (IOException e) {
            String why =
                    Files.isDirectory(file)
                            ? "it is a folder; name the notebooks in it."
                            : e.getMessage() + ".";
            throw new Trouble("Cannot read " + file + ": " + why, e);
        }
        return new Notebook(file, parse(file, text));
    }

    private static JsonObject parse(Path file, String text) {
        if (text.isBlank()) {
            throw new Trouble(file + " is not a notebook: the file is empty. " + RESTORE);
        }
        JsonElement tree;
        try {
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            tree = JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            throw new Trouble(notJson(file, text, String.valueOf(e.getMessage())), e);
        }
        if (!(tree instanceof JsonObject notebook) || !notebook.has("nbformat")) {
            throw new Trouble(file + " is JSON but not a notebook: it has no `nbformat`.");
        }
        int format = notebook.get("nbformat").getAsInt();
        if (format != 4) {
            String name = String.valueOf(file.getFileName());
            throw new Trouble(
                    file
                            + " has notebook format "
                            + format
                            + ", and Nacre reads format 4. Convert it: "
                            + "jupyter nbconvert --to notebook --nbformat 4 --inplace "
                            + name);
        }
        if (!(notebook.get("cells") instanceof JsonArray)) {
            throw new Trouble(file + " is damaged: it has no list of `cells`. " + RESTORE);
        }
        return notebook;
    }

    private static String notJson(Path file, String text, String problem) {
        if (text.contains("\n<<<<<<< ")) {
            return file
                    + " is not JSON: a merge left its marks in it (<<<<<<<). Take one side of the merge.";
        }
        Matcher at = POSITION.matcher(problem);
        String where = at.find() ? " (line " + at.group(1) + ", column " + at.group(2) + ")" : "";
        return file + " is not a notebook: it is not JSON" + where + ". " + RESTORE;
    }

    /// From 4.5 on every cell has an id; older files get them here, once.
    private void upgrade() {
        var taken = new HashSet<String>();
        for (int i = 0; i < cells.size(); i++) {
            JsonObject cell = cells.get(i).json();
            if (!cell.has("id") || !taken.add(cell.get("id").getAsString())) {
                String id = "%08x".formatted((i + cells.get(i).source()).hashCode());
                cell.addProperty("id", id);
                taken.add(id);
            }
        }
        int minor = json.has("nbformat_minor") ? json.get("nbformat_minor").getAsInt() : 0;
        json.addProperty("nbformat_minor", Math.max(minor, 5));
        if (!json.has("metadata")) {
            json.add("metadata", new JsonObject());
        }
    }

    /// Says no to a notebook of another language.
    public void requireJava() {
        if (metadata().get("kernelspec") instanceof JsonObject kernel
                && kernel.has("language")
                && !kernel.get("language").getAsString().equalsIgnoreCase("java")) {
            throw new Trouble(
                    file
                            + " is a notebook for "
                            + kernel.get("language").getAsString()
                            + ", and Nacre runs Java.");
        }
    }

    public Path file() {
        return file;
    }

    /// The cells in order; the list can be changed.
    public List<Cell> cells() {
        return cells;
    }

    public JsonObject metadata() {
        return json.getAsJsonObject("metadata");
    }

    /// The whole file as Jupyter would write it.
    @Override
    public String toString() {
        var all = json.deepCopy();
        var list = new JsonArray();
        cells.forEach(cell -> list.add(cell.json()));
        all.add("cells", list);
        return NotebookJson.write(all);
    }

    /// Writes the notebook; whoever reads `target` sees the former file or the whole new one, never
    /// a half.
    public void write(Path target) {
        SafeFile.write(target, toString());
    }
}
