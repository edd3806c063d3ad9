package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// The classes of the JDK, package by package, as javac asks for them.
///
/// JShell has a compiler for looking and one for making classes, and each lists the packages that a
/// cell can name. Here each is listed once for all shells of the process.
final class JdkClasses {
    /// The package that needs no import.
    static final String LANG = Object.class.getPackageName();

    private static final URI HOME = URI.create("jrt:/");
    private static final String ENDING = JavaFileObject.Kind.CLASS.extension;

    private final FileSystem jdk = FileSystems.getFileSystem(HOME);
    private final Map<Path, List<JavaFileObject>> known = new ConcurrentHashMap<>();
    private final ResolvedModule base =
            ModuleLayer.boot()
                    .configuration()
                    .findModule(Object.class.getModule().getName())
                    .orElseThrow();
    private final Map<String, Set<String>> inBase = new ConcurrentHashMap<>();

    private JdkClasses() {}

    /// Those of the JDK that this process runs on.
    static JdkClasses shared() {
        return Shared.CLASSES;
    }

    /// Lists the package that javac begins with.
    static void begin() {
        shared().in(Object.class.getModule().getName(), LANG);
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

    /// The packages of `java.base` that have a class of this name and are for everyone. Looked up
    /// name by name: to list them all would take a new kernel a twentieth of a second.
    Set<String> inBase(String simpleName) {
        return Character.isUpperCase(simpleName.charAt(0))
                ? inBase.computeIfAbsent(simpleName, this::packagesWith)
                : Set.of();
    }

    private Set<String> packagesWith(String simpleName) {
        var found = new HashSet<String>();
        try (ModuleReader reader = base.reference().open()) {
            for (Exports exported : base.reference().descriptor().exports()) {
                String name = exported.source();
                if (!exported.isQualified()
                        && reader.find(name.replace('.', '/') + "/" + simpleName + ENDING)
                                .isPresent()) {
                    found.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Set.copyOf(found);
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
                if (name.endsWith(ENDING) && !Named.isOfCode(name)) {
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
