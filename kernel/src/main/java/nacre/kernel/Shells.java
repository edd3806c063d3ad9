package nacre.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import nacre.display.Display;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Shell;
import nacre.kernel.shell.ShellOptions;

/// Opens sessions in which the library is there: its jars and its imports.
final class Shells {
    private static final String IMPORTS = "/nacre/imports";

    private Shells() {}

    /// A fresh session whose cells can compute at once.
    static Cells ready() {
        VectorModule.await();
        return open();
    }

    /// A fresh session, still warming up; cells have to wait for [VectorModule].
    static Cells open() {
        Shell.prepare();
        return new Cells(Shells::shell);
    }

    private static Shell shell() {
        return new Shell(
                ShellOptions.of(library())
                        .imports(imports())
                        .sources(List.of(home()))
                        .compilerOptions(Preview.compilerOptions()));
    }

    /// The library's jar and the jars that its manifest names; nothing of what the kernel itself is
    /// made of.
    private static List<Path> library() {
        Path library = home();
        var jars = new ArrayList<Path>();
        jars.add(library);
        if (Files.isRegularFile(library)) {
            for (String name : needs(library).split(" ")) {
                Path jar = library.resolveSibling(name);
                if (!name.isEmpty() && Files.exists(jar)) {
                    jars.add(jar);
                }
            }
        }
        return jars;
    }

    private static Path home() {
        return Path.of(
                URI.create(
                        Display.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()));
    }

    private static String needs(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            String names =
                    file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null ? "" : names;
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }

    /// The imports that the library lists, such as `java.util.*` or `module java.base`.
    static List<String> imports() {
        InputStream list = Display.class.getResourceAsStream(IMPORTS);
        if (list == null) {
            throw new IllegalStateException("the library has no list of imports");
        }
        try (var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.startsWith("import "))
                    .map(line -> line.substring("import ".length()).replace(";", "").strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
