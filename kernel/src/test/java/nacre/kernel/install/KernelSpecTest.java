package nacre.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    @TempDir private Path folder;
    private Path target;
    private Program program;

    @BeforeEach
    void build() throws IOException {
        target = folder.resolve("share/jupyter/kernels/nacre");
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Files.writeString(libraries.resolve("a.jar"), "a");
        Files.writeString(libraries.resolve("b.jar"), "of an older build");
        program = new Program(jar(folder.resolve("nacre-kernel.jar")));
    }

    private static Path jar(Path path) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/a.jar");
        new JarOutputStream(Files.newOutputStream(path), manifest).close();
        return path;
    }

    @Test
    void theKernelspecHasAllThatAKernelNeeds() throws IOException {
        install("-Xmx256m");
        assertEquals(
                -1,
                Files.mismatch(
                        folder.resolve("nacre-kernel.jar"), target.resolve("nacre-kernel.jar")));
        assertEquals("a", Files.readString(target.resolve("lib").resolve("a.jar")));
        assertFalse(Files.exists(target.resolve("lib").resolve("b.jar")), "nobody needs it");
        for (String logo : List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg")) {
            assertTrue(Files.size(target.resolve(logo)) > 500, logo);
        }
        JsonObject json =
                JsonParser.parseString(Files.readString(target.resolve("kernel.json")))
                        .getAsJsonObject();
        assertEquals("Java (Nacre)", json.get("display_name").getAsString());
        assertEquals("java", json.get("language").getAsString());
        assertEquals("message", json.get("interrupt_mode").getAsString());
        List<String> argv =
                json.getAsJsonArray("argv").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList();
        assertEquals(
                Path.of(System.getProperty("java.home")),
                Path.of(argv.getFirst()).getParent().getParent());
        assertTrue(argv.contains("-Xmx256m"));
        assertTrue(argv.contains("-XX:-OmitStackTraceInFastThrow"), "errors keep their lines");
        assertTrue(argv.contains(target.resolve("nacre-kernel.jar").toString()));
        assertEquals("{connection_file}", argv.getLast());
    }

    @Test
    void aSecondInstallationReplacesTheFirstAndLeavesNothingBeside() throws IOException {
        install("-Xmx1g");
        Files.writeString(target.resolve("nacre.aot"), "a cache of the first");
        install("-Xmx2g");
        assertFalse(
                Files.exists(target.resolve("nacre.aot")),
                "a cache is bound to the jars it was made with");
        assertTrue(Files.readString(target.resolve("kernel.json")).contains("-Xmx2g"));
        try (Stream<Path> beside = Files.list(folder.resolve("share/jupyter"))) {
            assertEquals(
                    List.of("kernels"), beside.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void anInstallationThatFailsLeavesTheFirstAsItWas() throws IOException {
        install("-Xmx1g");
        Path broken =
                jar(
                        Files.createDirectories(folder.resolve("elsewhere"))
                                .resolve("nacre-kernel.jar"));
        var spec = new KernelSpec(target, "Java (Nacre)", List.of());
        Path staging = Folders.beside(target);
        assertThrows(InstallException.class, () -> spec.write(staging, new Program(broken)));
        assertTrue(Files.readString(target.resolve("kernel.json")).contains("-Xmx1g"));
    }

    @Test
    void optionsWithWhichJavaDoesNotStartAreRefused() throws IOException {
        JavaFlags.tryOut(List.of("-Xmx256m", "--enable-preview"));
        var told =
                assertThrows(
                        InstallException.class, () -> JavaFlags.tryOut(List.of("-Xmx256mega")));
        assertTrue(told.getMessage().contains("-Xmx256mega: "), told.getMessage());
        assertTrue(told.getMessage().contains("heap size"), told.getMessage());
    }

    private void install(String flag) throws IOException {
        Path staging = Folders.beside(target);
        new KernelSpec(target, "Java (Nacre)", List.of(flag)).write(staging, program);
        Folders.replace(target, staging);
    }
}
