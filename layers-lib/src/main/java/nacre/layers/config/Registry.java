package nacre.layers.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Finds the library's classes by Keras's names, by looking at what the library holds: there is no
/// list to keep.
public final class Registry {
    private static final Map<Class<?>, List<Class<?>>> KINDS = new ConcurrentHashMap<>();
    private static final Map<String, Class<?>> OWN = new ConcurrentHashMap<>();

    private Registry() {}

    /// Makes a class of your own known, so that files which name it can be loaded.
    public static void register(Class<?> type) {
        OWN.put(type.getSimpleName(), type);
    }

    /// A class that is typed again in a cell takes the place of the one that was made known before.
    public static void renew(Class<?> type) {
        OWN.computeIfPresent(type.getSimpleName(), (_, _) -> type);
    }

    /// The class of a kind by its name in any spelling: `GlorotUniform`, `glorot_uniform`.
    public static <T> Class<? extends T> find(Class<T> kind, String name) {
        String last = name.substring(name.lastIndexOf('>') + 1);
        Class<?> own = OWN.get(last);
        if (own != null && kind.isAssignableFrom(own)) {
            return own.asSubclass(kind);
        }
        for (String bare : Aliases.of(Names.bare(last))) {
            for (Class<?> type : all(kind)) {
                if (Names.bare(type.getSimpleName()).equals(bare)) {
                    return type.asSubclass(kind);
                }
            }
        }
        throw new IllegalArgumentException(
                "There is no "
                        + kind.getSimpleName().toLowerCase(Locale.ROOT)
                        + " \""
                        + name
                        + "\". "
                        + suggestion(kind, last));
    }

    /// Who writes `mean_sqared_error` gets names in that spelling; only who writes `Distance` may
    /// mean a class of their own.
    private static String suggestion(Class<?> kind, String name) {
        List<String> known = all(kind).stream().map(Class::getSimpleName).toList();
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            return Suggest.text(name, known)
                    + " A class of your own must be made known first: Registry.register("
                    + name
                    + ".class).";
        }
        return Suggest.nearest(name, known)
                .map(each -> name.contains("_") ? Names.snake(each) : each.toLowerCase(Locale.ROOT))
                .map(each -> Suggest.text(name, List.of(each)))
                .orElseGet(() -> Suggest.text(name, known));
    }

    /// Every public class of a kind in the library that can be made.
    public static List<Class<?>> all(Class<?> kind) {
        return KINDS.computeIfAbsent(kind, Registry::scan);
    }

    private static List<Class<?>> scan(Class<?> kind) {
        var found = new ArrayList<Class<?>>();
        for (String name : ClassNames.ALL) {
            try {
                Class<?> type = Class.forName(name, false, Registry.class.getClassLoader());
                if (kind.isAssignableFrom(type)
                        && Modifier.isPublic(type.getModifiers())
                        && !Modifier.isAbstract(type.getModifiers())) {
                    found.add(type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    /// The names of the library's top-level classes, read once from its own jar or folder.
    private static final class ClassNames {
        static final List<String> ALL = read();

        private static List<String> read() {
            try {
                Path home =
                        Path.of(
                                Registry.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI());
                if (Files.isDirectory(home)) {
                    return names(home);
                }
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    return names(jar.getPath("/"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> names(Path root) throws IOException {
            try (Stream<Path> files = Files.walk(root.resolve("nacre"))) {
                return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(
                                file ->
                                        file.endsWith(".class")
                                                && !file.contains("$")
                                                && !file.contains("-info"))
                        .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                        .sorted()
                        .toList();
            }
        }
    }
}
