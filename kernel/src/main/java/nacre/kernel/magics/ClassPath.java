package nacre.kernel.magics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;

/// `%classpath`: the jars and folders of classes that cells see.
final class ClassPath implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%classpath FILE …",
                        "lets cells use jars or folders of classes; without any, lists them"),
                new Form(
                        "%jars FILE …",
                        "the same as `%classpath`; `lib/*.jar` means all jars of a folder"));
    }

    @Override
    public boolean takes(String file) {
        return file.endsWith(".jar");
    }

    @Override
    public CellResult run(Call call) {
        List<String> words = call.words();
        if (words.isEmpty()) {
            return call.print(
                    call.shell().classPath().stream()
                            .map(Path::toString)
                            .collect(Collectors.joining("\n")));
        }
        List<Path> jars = words.stream().flatMap(word -> Paths.matching(word).stream()).toList();
        for (Path jar : jars) {
            if (!Files.isDirectory(jar) && !jar.toString().endsWith(".jar")) {
                throw new MagicException(
                        jar + " is neither a jar nor a folder of classes.",
                        "A file of Java is run by `%run " + jar + "`.");
            }
        }
        jars.forEach(call.shell()::addToClassPath);
        return Call.DONE;
    }
}
