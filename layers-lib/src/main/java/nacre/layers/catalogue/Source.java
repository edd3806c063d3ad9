package nacre.layers.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The source of a class, which the library carries along, so that its documentation can be read at
/// run time.
///
/// @param lines the lines of the file
record Source(List<String> lines) {
    private static final String FOLDER = "/META-INF/sources/";

    static Source of(Class<?> type) {
        return of(type.getName());
    }

    private static Source of(String className) {
        String name = FOLDER + className.replace('.', '/') + ".java";
        try (InputStream file = Source.class.getResourceAsStream(name)) {
            if (file == null) {
                return new Source(List.of()); // a class of the learner's own
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Source(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The documentation of the class, without the slashes.
    List<String> doc() {
        return docBefore(Pattern.compile("^public .*\\b(class|record|enum|interface) .*"));
    }

    /// The first paragraph of what the documentation says of a package.
    static String purpose(String packageName) {
        return of(packageName + ".package-info").docBefore(Pattern.compile("^@NullMarked")).stream()
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
    }

    /// The first sentence that says what an option does, or nothing.
    String optionDoc(String option) {
        Pattern method = Pattern.compile("^    public \\w+ " + option + "\\(.*");
        Pattern field =
                Pattern.compile("^    (private|final|protected).*\\b" + option + "( =.*)?;.*");
        List<String> doc = docBefore(method);
        return String.join(" ", doc.isEmpty() ? docBefore(field) : doc);
    }

    private List<String> docBefore(Pattern declaration) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = declaration.matcher(lines.get(i));
            if (matcher.matches()) {
                List<String> doc = docEndingAt(i);
                if (!doc.isEmpty()) {
                    return doc;
                }
            }
        }
        return List.of();
    }

    private List<String> docEndingAt(int declaration) {
        int end = declaration;
        while (end > 0 && lines.get(end - 1).strip().startsWith("@")) {
            end--;
        }
        int start = end;
        while (start > 0 && lines.get(start - 1).strip().startsWith("///")) {
            start--;
        }
        var doc = new ArrayList<String>();
        for (String line : lines.subList(start, end)) {
            doc.add(line.strip().replaceFirst("^/// ?", ""));
        }
        return doc;
    }
}
