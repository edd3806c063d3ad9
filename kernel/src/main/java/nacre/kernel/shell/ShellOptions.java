package nacre.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import nacre.display.Display;
import org.jspecify.annotations.Nullable;

/// How a shell is set up.
///
/// @param classPath the jars and folders that cells see; nothing else of the kernel's own class
///   path
/// @param imports what every cell has imported, as in `java.util.*` or `static java.lang.Math.*`
/// @param sources jars or folders with the sources of libraries, for the help on them
/// @param compilerOptions more options for javac, such as `--enable-preview`
/// @param renderer makes something to look at of a cell's value
public record ShellOptions(
        List<Path> classPath,
        List<String> imports,
        List<Path> sources,
        List<String> compilerOptions,
        Function<@Nullable Object, Display> renderer) {

    public ShellOptions {
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
        sources = List.copyOf(sources);
        compilerOptions = List.copyOf(compilerOptions);
    }

    /// The given jars, the usual imports of the JDK, values shown by [Values#display].
    public static ShellOptions of(List<Path> classPath) {
        return new ShellOptions(
                classPath,
                List.of(
                        "java.io.*",
                        "java.math.*",
                        "java.nio.file.*",
                        "java.util.*",
                        "java.util.concurrent.*",
                        "java.util.function.*",
                        "java.util.regex.*",
                        "java.util.stream.*"),
                List.of(),
                List.of(),
                Values::display);
    }

    /// The same with other imports.
    public ShellOptions imports(List<String> imports) {
        return new ShellOptions(classPath, imports, sources, compilerOptions, renderer);
    }

    /// The same with sources to help with.
    public ShellOptions sources(List<Path> sources) {
        return new ShellOptions(classPath, imports, sources, compilerOptions, renderer);
    }

    /// The same with other compiler options.
    public ShellOptions compilerOptions(List<String> compilerOptions) {
        return new ShellOptions(classPath, imports, sources, compilerOptions, renderer);
    }

    /// The same with another renderer.
    public ShellOptions renderer(Function<@Nullable Object, Display> renderer) {
        return new ShellOptions(classPath, imports, sources, compilerOptions, renderer);
    }
}
