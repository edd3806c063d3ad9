package nacre.layers.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds the library's classes by Keras's names, by looking at what the library holds: there is no
/// list to keep. A search by name loads only the class it finds.
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
            for (String each : ClassNames.ALL) {
                if (simple(each).equalsIgnoreCase(bare) && isOf(kind, load(each))) {
                    return load(each).asSubclass(kind);
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
            String own =
                    "A class of your own must be made known first: Registry.register(%s.class)."
                            .formatted(name);
            String others = Suggest.text(name, known);
            boolean near = Suggest.nearest(name, known).isPresent();
            return near ? others + " " + own : own + " " + others; // the long list comes last
        }
        var bare = known.stream().map(Names::bare).collect(Collectors.toSet());
        var spelled = Stream.concat(known.stream(), Aliases.among(bare).stream()).toList();
        return Suggest.nearest(name, spelled)
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
            Class<?> type = load(name);
            if (isOf(kind, type)) {
                found.add(type);
            }
        }
        return found;
    }

    private static boolean isOf(Class<?> kind, Class<?> type) {
        return kind.isAssignableFrom(type)
                && Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Registry.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
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
                    try (Stream<Path> files = Files.walk(home.resolve("nacre"))) {
                        Stream<String> names = files.map(home::relativize).map(Path::toString);
                        return names(names.map(name -> name.replace('\\', '/')));
                    }
                }
                // not as a file system: that has a hundred classes of its own to load, and this is
                // on the way to a model's first step
                try (ZipFile jar = new ZipFile(home.toFile())) {
                    return names(jar.stream().map(ZipEntry::getName));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> names(Stream<String> files) {
            return files.filter(ClassNames::isTopLevel)
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .sorted()
                    .toList();
        }

        private static boolean isTopLevel(String file) {
            return file.startsWith("nacre/")
                    && file.endsWith(".class")
                    && !file.contains("$")
                    && !file.contains("-info");
        }
    }
}
