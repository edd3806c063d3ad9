package nacre.kernel.install;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private List<Path> libraries() throws IOException {
        Path folder = jar.resolveSibling(LIBRARIES);
        if (!Files.isDirectory(folder)) {
            throw new InstallException(
                    "The folder " + folder + " is missing: it has the jars that the kernel needs.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
        }
    }
}
