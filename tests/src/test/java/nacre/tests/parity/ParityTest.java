package nacre.tests.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nacre.bench.outside.Program;
import nacre.parity.Main;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every case that real Keras gave passes, whatever the processor can do.
class ParityTest {
    private static final String CASES =
            Repository.ROOT.resolve("tests/src/test/resources/reference").toString();

    @TempDir Path folder;

    @Test
    void everyCasePasses() {
        var output = new ByteArrayOutputStream();
        var print = new PrintStream(output, true, StandardCharsets.UTF_8);
        int exit = Main.run(print, print, CASES);
        assertEquals(0, exit, () -> output.toString(StandardCharsets.UTF_8));
    }

    /// The same in a JVM that takes this processor for a lesser one: with vectors of 8 numbers, of
    /// 4, without fused multiply-adds, and without the Vector API.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:UseAVX=2",
                "-XX:MaxVectorSize=16",
                "-XX:UseAVX=0",
                "-XX:-UseFMA",
                "-Dnacre.vectors=off"
            })
    void everyCasePassesOnALesserProcessor(String flag) {
        java("--add-modules", "jdk.incubator.vector", flag);
    }

    @Test
    void everyCasePassesWithoutTheModule() {
        java();
    }

    private void java(String... flags) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        new Program(List.of(java.toString(), "-XX:+IgnoreUnrecognizedVMOptions"), Map.of())
                .with(flags)
                .with("-cp", System.getProperty("java.class.path"), Main.class.getName(), CASES)
                .run(folder.resolve("parity.log"), Duration.ofMinutes(5))
                .succeeded("parity with " + List.of(flags));
    }
}
