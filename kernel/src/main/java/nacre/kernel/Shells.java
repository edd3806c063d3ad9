package nacre.kernel;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nacre.display.Display;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;

/// Opens shells whose cells see the layers library and the libraries it is made with, and nothing else of the kernel.
final class Shells {
    /// The jars that cells see.
    private static final Pattern LIBRARY = Pattern.compile("(nacre-layers|ejml|jfreechart).*\\.jar");

    private Shells() {}

    static Shell open() {
        var options = ShellOptions.of(classPath());
        List<String> imports = imports();
        return new Shell(imports.isEmpty() ? options : options.imports(imports));
    }

    /// The layers library, a jar or (in the kernel's own tests) a folder of classes, and the jars it needs.
    static List<Path> classPath() {
        var path = new ArrayList<Path>();
        try {
            Path layers = Path.of(Display.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            path.add(layers);
            Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                    .map(Path::of)
                    .filter(Shells::isLibrary)
                    .forEach(path::add);
            if (Files.isRegularFile(layers)) {
                try (var beside = Files.list(layers.getParent())) {
                    beside.filter(Shells::isLibrary).sorted().forEach(path::add);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Cannot find the layers library: " + e.getMessage(), e);
        }
        return path.stream().distinct().toList();
    }

    private static boolean isLibrary(Path file) {
        return LIBRARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /// What every cell has imported: the lines of `nacre/imports`, which the library keeps.
    private static List<String> imports() {
        try (InputStream list = Display.class.getResourceAsStream("/nacre/imports")) {
            if (list == null) {
                return List.of();
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("//.*", "").strip())
                    .filter(line -> line.startsWith("import "))
                    .map(line -> line.substring("import ".length()).replace(";", "").strip())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the list of imports: " + e.getMessage(), e);
        }
    }
}
