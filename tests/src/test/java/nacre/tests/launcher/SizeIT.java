package nacre.tests.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;

/// What a user's disk has to hold.
class SizeIT {
    private static final long MEGABYTE = 1 << 20;
    private static final Path TARGET = Repository.ROOT.resolve("kernel/target");

    @Test
    void allJarsTogetherStaySmall() throws IOException {
        long sum = 0;
        for (Path jar : jars()) {
            sum += Files.size(jar);
        }
        assertTrue(sum < 12 * MEGABYTE, "the kernel and its libraries have " + sum + " bytes");
    }

    /// The kernel's jar and those it names.
    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            Path kernel =
                    files.filter(file -> file.toString().matches(".*nacre-kernel-[^/]*[.]jar"))
                            .findFirst()
                            .orElseThrow();
            try (var jar = new JarFile(kernel.toFile())) {
                String names =
                        jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                return Stream.concat(
                                Stream.of(kernel), Stream.of(names.split(" ")).map(TARGET::resolve))
                        .toList();
            }
        }
    }
}
