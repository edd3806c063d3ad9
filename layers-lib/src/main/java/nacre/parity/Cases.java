package nacre.parity;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads case files: `{"format": 1, "group": NAME, "cases": […]}`.
final class Cases {
    private static final Gson GSON =
            new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    private Cases() {}

    /// The cases of all files in a folder and the folders in it; other JSON files are passed over.
    static List<Case> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var cases = new ArrayList<Case>();
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                cases.addAll(of(file));
            }
            return cases;
        }
    }

    static List<Case> of(Path file) throws IOException {
        Object content;
        try (Reader reader = Files.newBufferedReader(file)) {
            content = GSON.fromJson(reader, Object.class);
        } catch (JsonParseException e) {
            throw new IOException(file + " is not JSON: " + e.getMessage(), e);
        }
        if (!(content instanceof Map<?, ?> map) || !(map.get("cases") instanceof List<?> cases)) {
            return List.of();
        }
        if (!(map.get("format") instanceof Number format) || format.intValue() != 1) {
            throw new IOException(
                    file + " has format " + map.get("format") + "; only format 1 is known");
        }
        String group = String.valueOf(map.get("group"));
        return cases.stream().map(fields -> new Case(group, Case.asMap(fields))).toList();
    }
}
