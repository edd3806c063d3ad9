package nacre.kernel.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// What javac sees when it compiles a cell: the JDK and the jars of [ShellOptions], not the
/// kernel's own. JShell would take the class path of the whole process; each time it says so, the
/// right one is put in its place.
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private final List<Path> classPath;

    CellFiles(StandardJavaFileManager files, List<Path> classPath) {
        super(files);
        this.classPath = new ArrayList<>(classPath);
        usePath();
    }

    /// Lets cells see one more jar or folder; takes effect when JShell sets its class path the next
    /// time.
    void add(Path path) {
        classPath.add(path);
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
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new IllegalArgumentException("class path of the cells: " + e.getMessage(), e);
        }
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
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
