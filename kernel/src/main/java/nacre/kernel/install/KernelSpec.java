package nacre.kernel.install;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The kernelspec: what Jupyter reads to know how a kernel is started.
final class KernelSpec {
    private static final List<String> LOGOS =
            List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    private final Path folder;
    private final String displayName;
    private final List<String> flags;

    /// @param folder where the kernelspec will be
    /// @param flags more options for Java, such as `-Xmx256m`
    KernelSpec(Path folder, String displayName, List<String> flags) {
        this.folder = folder;
        this.displayName = displayName;
        this.flags = List.copyOf(flags);
    }

    /// Writes everything but the start-up cache into `staging`, which will be moved to its place.
    void write(Path staging, Program program) throws IOException {
        Path jar = program.copyTo(staging);
        for (String logo : LOGOS) {
            try (InputStream picture = KernelSpec.class.getResourceAsStream(logo)) {
                if (picture == null) {
                    throw new InstallException(
                            "The kernel's jar is incomplete: "
                                    + logo
                                    + " is missing. Build it again.");
                }
                Files.copy(picture, staging.resolve(logo));
            }
        }
        Files.writeString(staging.resolve("kernel.json"), json(folder.resolve(jar.getFileName())));
    }

    private String json(Path jar) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("argv", start(jar));
        json.put("display_name", displayName);
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("metadata", Map.of("debugger", false));
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
                + "\n";
    }

    private List<String> start(Path jar) {
        var command = new ArrayList<String>();
        command.add(Program.java().toString());
        command.addAll(JavaFlags.ALWAYS);
        command.add("-XX:AOTCache=" + cache());
        command.addAll(flags);
        command.addAll(
                List.of(
                        "-jar",
                        jar.toString(),
                        "kernel",
                        "--connection-file",
                        "{connection_file}"));
        return command;
    }

    /// The start-up cache.
    Path cache() {
        return folder.resolve("nacre.aot");
    }
}
