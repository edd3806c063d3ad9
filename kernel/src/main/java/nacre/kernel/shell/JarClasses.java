package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// The classes in jars, package by package, as javac asks for them.
///
/// javac by itself makes a file system of each jar and walks through it, which takes a tenth of a
/// second before the first cell. Here the jars' tables of contents are read, beside whatever else
/// starts.
final class JarClasses {
    private static final String ENDING = JavaFileObject.Kind.CLASS.extension;

    private final CompletableFuture<Map<String, List<JavaFileObject>>> byPackage =
            new CompletableFuture<>();

    JarClasses(List<Path> jars) {
        Thread.ofPlatform().daemon().name("nacre-jars").start(() -> read(jars));
    }

    /// The classes of one package.
    List<JavaFileObject> in(String packageName) {
        return byPackage.join().getOrDefault(packageName, List.of());
    }

    private void read(List<Path> jars) {
        try {
            var found = new HashMap<String, List<JavaFileObject>>();
            for (Path jar : jars) {
                read(jar, found);
            }
            byPackage.complete(found);
        } catch (IOException | RuntimeException e) {
            byPackage.completeExceptionally(e);
        }
    }

    private static void read(Path path, Map<String, List<JavaFileObject>> found)
            throws IOException {
        var jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        URI uri = path.toUri();
        jar.versionedStream()
                .filter(entry -> entry.getName().endsWith(ENDING))
                .filter(entry -> !Named.isOfCode(entry.getName()))
                .forEach(
                        entry ->
                                found.computeIfAbsent(folder(entry), _ -> new ArrayList<>())
                                        .add(new InJar(uri, jar, entry)));
    }

    private static String folder(JarEntry entry) {
        int slash = entry.getName().lastIndexOf('/');
        return slash < 0 ? "" : entry.getName().substring(0, slash).replace('/', '.');
    }

    /// One class.
    static final class InJar extends SimpleJavaFileObject implements Named {
        private final JarFile jar;
        private final JarEntry entry;

        private InJar(URI uri, JarFile jar, JarEntry entry) {
            super(uri, Kind.CLASS);
            this.jar = jar;
            this.entry = entry;
        }

        @Override
        public String className() {
            String name = entry.getName();
            return name.substring(0, name.length() - ENDING.length()).replace('/', '.');
        }

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
