package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final List<String> CLASSES = List.of("Main", "Commands", "KernelCommand");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "kernel --connection-file none.json"})
    void aJarWithoutItsLibrariesSaysSo(String arguments) throws Exception {
        Path jar = jarAlone();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar.toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, java.waitFor(), said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("lib"), said);
        assertTrue(said.contains(jar.toRealPath().toString()), said);
    }

    @Test
    void olderJavasCanReadTheClassThatSendsThemAway() throws IOException {
        try (var in = new DataInputStream(Main.class.getResourceAsStream("Start.class"))) {
            in.readInt();
            int _ = in.readUnsignedShort();
            assertEquals(52, in.readUnsignedShort()); // Java 8
        }
    }

    private Path jarAlone() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        Path jar = folder.toRealPath().resolve("alone.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                out.putNextEntry(new JarEntry("nacre/kernel/" + name + ".class"));
                try (var in = Main.class.getResourceAsStream(name + ".class")) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
