package nacre.kernel.doctor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Jupyter knows of the kernel: the file `kernel.json`, and the files it names.
///
/// @param folder the kernel's folder among Jupyter's kernels
/// @param mend the command that installs the kernel there
record InstalledKernel(Path folder, String mend) {
    private static final String CACHE = "-XX:AOTCache=";

    boolean exists() {
        return Files.exists(folder.resolve("kernel.json"));
    }

    /// Whether Jupyter could start it.
    Finding look() {
        List<String> command;
        try {
            command = command(Files.readString(folder.resolve("kernel.json")));
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Finding.broken("kernel", folder + " is damaged; " + mend);
        }
        if (command.isEmpty() || !Files.isExecutable(Path.of(command.getFirst()))) {
            return Finding.broken(
                    "kernel", folder + " names a Java that is not there any more; " + mend);
        }
        int jar = command.indexOf("-jar") + 1;
        if (jar == 0 || jar == command.size() || !Files.exists(Path.of(command.get(jar)))) {
            return Finding.broken("kernel", folder + " lacks its jar; " + mend);
        }
        boolean cached =
                command.stream()
                        .filter(word -> word.startsWith(CACHE))
                        .anyMatch(word -> Files.exists(Path.of(word.substring(CACHE.length()))));
        String cache = cached ? "" : ", without its start-up cache: it starts slower; " + mend;
        return Finding.fine("kernel", "in " + folder + cache);
    }

    private static List<String> command(String json) {
        return JsonParser.parseString(json) instanceof JsonObject spec
                        && spec.get("argv") instanceof JsonArray argv
                ? argv.asList().stream().map(JsonElement::getAsString).toList()
                : List.of();
    }
}
