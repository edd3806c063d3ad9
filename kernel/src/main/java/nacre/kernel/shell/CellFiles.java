package nacre.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// What javac sees when it compiles a cell: the JDK and the jars of [ShellOptions], not the
/// kernel's own. JShell would take the class path of the whole process; each time it says so, the
/// right one is put in its place.
///
/// The jars that a shell begins with are read by [JarClasses], the JDK by [JdkClasses], folders and
/// jars that are added by javac itself.
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    /// How the places of the JDK's modules begin, such as `SYSTEM_MODULES[java.base]`.
    private static final String JDK = StandardLocation.SYSTEM_MODULES.getName() + "[";

    private final List<Path> jars;
    private final JarClasses inJars;
    private final JdkClasses inJdk = JdkClasses.shared();
    private final List<Path> others;

    CellFiles(StandardJavaFileManager files, List<Path> classPath) {
        super(files);
        jars = classPath.stream().filter(Files::isRegularFile).toList();
        inJars = new JarClasses(jars);
        others = new ArrayList<>(classPath);
        others.removeAll(jars);
        usePath();
    }

    /// Lets cells see one more jar or folder; takes effect when JShell sets its class path the next
    /// time.
    void add(Path path) {
        others.add(path);
    }

    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        if (!option.equals("-classpath")) {
            return super.handleOption(option, remaining);
        }
        remaining.next();
        usePath();
        return true;
    }

    private void usePath() {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, others);
        } catch (IOException e) {
            throw new IllegalArgumentException("class path of the cells: " + e.getMessage(), e);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location.getName().startsWith(JDK) && kinds.contains(Kind.CLASS) && !recurse) {
            return inJdk.in(module(location), packageName);
        }
        Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
            return found;
        }
        var all = new ArrayList<>(inJars.in(packageName));
        found.forEach(all::add);
        return all;
    }

    /// The packages of `java.base` that have a class of this name and are for everyone.
    Set<String> inBase(String simpleName) {
        return inJdk.inBase(simpleName);
    }

    private static String module(Location ofTheJdk) {
        String name = ofTheJdk.getName();
        return name.substring(JDK.length(), name.length() - 1);
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Named named
                ? named.className()
                : super.inferBinaryName(location, file);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        if (location != StandardLocation.CLASS_PATH) {
            return fileManager.getLocationAsPaths(location);
        }
        return Stream.concat(jars.stream(), others.stream()).toList();
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
