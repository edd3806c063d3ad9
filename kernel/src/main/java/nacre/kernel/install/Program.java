package nacre.kernel.install;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The program that runs now: its Java and its jars.
final class Program {
    private static final String LIBRARIES = "lib";

    private final Path jar;

    /// @param jar the kernel's jar; the jars it needs are in `lib` beside it
    Program(Path jar) {
        this.jar = jar;
    }

    /// The program that this class belongs to.
    static Program current() {
        URI place =
                URI.create(
                        Program.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Path jar = Path.of(place);
        if (!Files.isRegularFile(jar)) {
            throw new InstallException(
                    "Only the packaged kernel can be installed. Build it (mvn package) and start the jar: java -jar "
                            + "nacre-kernel-….jar install");
        }
        return new Program(jar);
    }

    /// The Java that runs now: the kernel will run on the very same.
    static Path java() {
        boolean windows = File.separatorChar == '\\';
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    /// Copies all jars into a folder; gives the kernel's own among them.
    Path copyTo(Path folder) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve(LIBRARIES));
        for (Path library : libraries()) {
            Files.copy(library, libraries.resolve(library.getFileName()));
        }
        return Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    /// The kernel's jar once it is copied into `folder`.
    Path installed(Path folder) {
        return folder.resolve(jar.getFileName());
    }

    /// The jars that the kernel's own names in its manifest; what an older build has left beside
    /// them is none of them.
    private List<Path> libraries() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            String names =
                    file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            List<Path> libraries =
                    Stream.of(names.split(" ")).map(jar::resolveSibling).sorted().toList();
            for (Path library : libraries) {
                if (!Files.isRegularFile(library)) {
                    throw new InstallException(
                            library + " is missing: the kernel needs it. Build it again.");
                }
            }
            return libraries;
        }
    }
}
