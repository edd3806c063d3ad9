package nacre.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;

/// Loads the classes that cells define, and those of jars that a cell adds.
///
/// A class is looked for in the JDK and in the jars the shell began with, then in the added jars.
/// What the kernel itself is made of is out of sight, so that it cannot clash with what a cell
/// adds.
final class CellClasses extends URLClassLoader implements jdk.jshell.execution.LoaderDelegate {
    static {
        registerAsParallelCapable();
    }

    private static final String CELLS = "REPL.";
    private static final Set<String> WOVEN_IN =
            Set.of(Guard.class.getName(), CellWork.class.getName());
    private static final Pattern JDK =
            Pattern.compile("(?:java|jdk|sun|com\\.sun\\.(?:source|tools))\\.");

    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> loaded = new HashMap<>();
    private final URLClassLoader given;
    private final Weaver weaver = new Weaver(this);

    CellClasses(List<Path> classPath) {
        super("cells", new URL[0], CellClasses.class.getClassLoader());
        setDefaultAssertionStatus(true); // an exercise may check itself with `assert`
        given =
                new URLClassLoader(
                        classPath.stream().map(CellClasses::url).toArray(URL[]::new),
                        ClassLoader.getPlatformClassLoader());
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] done = new boolean[classes.length];
        try {
            for (ClassBytecodes each : classes) {
                declared.put(file(each.name()), each.bytecodes());
            }
            for (int i = 0; i < classes.length; i++) {
                loaded.put(classes[i].name(), loadClass(classes[i].name()));
                done[i] = true;
            }
        } catch (Throwable e) {
            throw new ClassInstallException("load: " + e, done);
        }
    }

    /// Lets go of what is not needed once a class is loaded.
    void forget(Predicate<String> isGone) {
        loaded.keySet().removeIf(isGone);
        declared.keySet().removeIf(file -> isGone.test(className(file)));
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        throw new UnsupportedOperationException("JShell makes a new class instead");
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        Exits.refuse();
        for (String each : path.split(File.pathSeparator)) {
            addURL(url(Path.of(each)));
        }
    }

    /// A class that cells have defined, by its full name.
    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> known = loaded.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = declared.get(file(name));
        if (bytes == null) {
            return super.findClass(name);
        }
        byte[] woven = weaver.weave(bytes);
        return defineClass(name, woven, 0, woven.length);
    }

    /// One lock for all cells: Java would keep one for each name there ever was.
    @Override
    protected Object getClassLoadingLock(String name) {
        return name.startsWith(CELLS) ? loaded : super.getClassLoadingLock(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(CELLS) || !isShared(name)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : findClass(name);
            }
        }
        return super.loadClass(name, resolve);
    }

    /// Whether cells and kernel have the class in common: the JDK's, the library's, and the guard
    /// that is woven into cells.
    private boolean isShared(String name) {
        return WOVEN_IN.contains(name)
                || JDK.matcher(name).lookingAt()
                || given.getResource(file(name)) != null;
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL url = given.getResource(name);
        return url != null ? url : findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = Collections.list(given.getResources(name));
        all.addAll(Collections.list(findResources(name)));
        return Collections.enumeration(all);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = declared.get(name);
        return bytes != null ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
    }

    @Override
    public void close() throws IOException {
        given.close();
        super.close();
    }

    /// `REPL.$JShell$12B` for what is nested in it.
    static String outer(String className) {
        int nested = className.indexOf('$', "REPL.$JShell$".length());
        return nested < 0 ? className : className.substring(0, nested);
    }

    private static String file(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static String className(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path + " cannot be put on the class path", e);
        }
    }
}
