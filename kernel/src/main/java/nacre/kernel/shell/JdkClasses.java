package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// The classes of the JDK, package by package, as javac asks for them.
///
/// JShell has a compiler for looking and one for making classes, and each lists all packages that a
/// cell can name, which is most of what a first cell waits for. Here each is listed once for all
/// shells of the process, and those of `java.base`, which every cell has imported, beside whatever
/// else starts.
final class JdkClasses {
    private static final URI HOME = URI.create("jrt:/");
    private static final String ENDING = JavaFileObject.Kind.CLASS.extension;

    private final FileSystem jdk = FileSystems.getFileSystem(HOME);
    private final Map<Path, List<JavaFileObject>> known = new ConcurrentHashMap<>();

    private JdkClasses() {
        Thread.ofPlatform().daemon().name("nacre-jdk").start(this::readBase);
    }

    /// Those of the JDK that this process runs on; the first call begins to read them.
    static JdkClasses shared() {
        return Shared.CLASSES;
    }

    private static final class Shared {
        static final JdkClasses CLASSES = new JdkClasses();
    }

    /// The classes of one package of a module.
    List<JavaFileObject> in(String module, String packageName) {
        return known.computeIfAbsent(
                jdk.getPath("/modules", module, packageName.replace('.', '/')),
                folder -> list(folder, packageName));
    }

    private void readBase() {
        Module base = Object.class.getModule();
        in(base.getName(), Object.class.getPackageName()); // javac begins with it
        for (Exports exported : base.getDescriptor().exports()) {
            if (!exported.isQualified()) {
                in(base.getName(), exported.source());
            }
        }
    }

    private static List<JavaFileObject> list(Path folder, String packageName) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        var found = new ArrayList<JavaFileObject>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    String simple = name.substring(0, name.length() - ENDING.length());
                    found.add(new InJdk(file, prefix + simple));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// One class.
    private static final class InJdk extends SimpleJavaFileObject implements Named {
        private final Path file;
        private final String className;

        InJdk(Path file, String className) {
            super(HOME, Kind.CLASS);
            this.file = file;
            this.className = className;
        }

        @Override
        public String className() {
            return className;
        }

        @Override
        public String getName() {
            return file.toString();
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
