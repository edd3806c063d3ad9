package nacre.kernel.shell;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the `///` comment of a class or a method in the sources of the libraries that cells use.
///
/// A sources jar or folder is read when help is asked for the first time; of a class only its
/// file's text is kept.
final class SourceDocs {
    private static final Pattern OWNER =
            Pattern.compile(
                    "(?:^|[\\s.>])([A-Z]\\w*)(?:<[^(]*?>)?(?:\\.(\\w+))?\\s*(?:\\(|$|<|\\s+(?:extends|implements)\\b)");

    private final List<Path> roots;
    private final Map<String, String> files = new HashMap<>();
    private boolean read;

    SourceDocs(List<Path> roots) {
        this.roots = roots;
    }

    /// The comment for something as JShell writes it: `Dense(int units)`, `Tensor
    /// Tensor.matmul(Tensor b)`, `nacre.layers.core.Dense`.
    Optional<String> of(String signature) {
        if (!read) {
            read = true;
            roots.forEach(this::read);
        }
        Matcher owner =
                OWNER.matcher(
                        signature.replaceFirst("^(?:class|record|interface|enum|@interface) ", ""));
        Optional<String> found = Optional.empty();
        while (owner.find()) {
            String type = owner.group(1);
            String member = owner.group(2);
            String source = files.get(type);
            if (source != null) {
                found =
                        comment(
                                source,
                                member == null || member.equals(type)
                                        ? type(type)
                                        : member(member));
            }
            if (found.isEmpty() && source != null && member != null) {
                found = comment(source, type(type));
            }
            if (found.isPresent() || owner.hitEnd()) {
                break;
            }
        }
        return found;
    }

    private static String type(String name) {
        return "[^\\n/]*\\b(?:class|record|interface|enum)\\s+" + name + "\\b";
    }

    private static String member(String name) {
        return "[^\\n/=;]*\\b" + name + "\\s*\\(";
    }

    /// The block of `///` lines above a declaration, without its slashes.
    private static Optional<String> comment(String source, String declaration) {
        Matcher matcher =
                Pattern.compile(
                                "((?:^[ \\t]*///[^\\n]*\\n)+)(?:^[ \\t]*@[^\\n]*\\n)*^"
                                        + declaration,
                                Pattern.MULTILINE)
                        .matcher(source);
        return matcher.find()
                ? Optional.of(matcher.group(1).replaceAll("(?m)^[ \\t]*/// ?", ""))
                        .map(DocText::markdown)
                : Optional.empty();
    }

    private void read(Path root) {
        try {
            if (Files.isDirectory(root)) {
                readFolder(root);
            } else if (Files.isReadable(root)) {
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    readFolder(jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            files.putIfAbsent("", ""); // help without this library's words is still help
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>)
                            all.filter(each -> each.toString().endsWith(".java"))::iterator) {
                String name = String.valueOf(file.getFileName()).replace(".java", "");
                files.putIfAbsent(name, Files.readString(file));
            }
        }
    }
}
