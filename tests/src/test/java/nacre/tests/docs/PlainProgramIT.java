package nacre.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's program runs as a program, without a shell around it.
class PlainProgramIT {
    @TempDir private Path folder;

    @Test
    void withVectors() throws Exception {
        trains("--add-modules", "jdk.incubator.vector");
    }

    @Test
    void withPlainLoops() throws Exception {
        trains();
    }

    private void trains(String... options) throws IOException, InterruptedException {
        Path source = Files.write(folder.resolve("Moons.java"), program().lines());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", library().toString(), source.toString()));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor(), printed);
        assertTrue(printed.contains("epoch 20/20"), printed);
        assertTrue(printed.contains("{loss=0."), printed);
    }

    private static Fence program() {
        return Fence.inMarkdown(Repository.ROOT.resolve("README.md")).stream()
                .filter(each -> each.lines().contains("void main() {"))
                .findFirst()
                .orElseThrow();
    }

    private static Path library() throws IOException {
        try (Stream<Path> jars = Files.list(Repository.ROOT.resolve("kernel/target/lib"))) {
            return jars.filter(each -> each.getFileName().toString().startsWith("nacre-layers-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
