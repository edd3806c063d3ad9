package nacre.tests.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nacre.tests.Repository;

/// A block of Java code in a doc comment or in a Markdown file.
///
/// @param file where it stands
/// @param line the number of its first line of code, from 1
/// @param lines the code, as a learner would type it
record Fence(Path file, int line, List<String> lines) {
    private static final Pattern DOC = Pattern.compile("\\s*/// ?(.*)");

    /// The blocks in the `///` comments of a Java file.
    static List<Fence> inJava(Path file) {
        var text = new ArrayList<String>();
        for (String line : Repository.lines(file)) {
            var doc = DOC.matcher(line);
            text.add(doc.matches() ? doc.group(1) : "");
        }
        return in(file, text);
    }

    /// The blocks in a Markdown file.
    static List<Fence> inMarkdown(Path file) {
        return in(file, Repository.lines(file));
    }

    /// `Dense.java:12`, with the path from the root of the repository.
    String name() {
        return at(0);
    }

    /// Where the i-th line of the block stands.
    String at(int i) {
        return Repository.name(file) + ":" + (line + i);
    }

    private static List<Fence> in(Path file, List<String> text) {
        var fences = new ArrayList<Fence>();
        for (int i = 0; i < text.size(); i++) {
            String opening = text.get(i);
            if (opening.strip().equals("```java")) {
                int indent = opening.indexOf('`');
                var code = new ArrayList<String>();
                int first = i + 1;
                for (i = first; i < text.size() && !text.get(i).strip().equals("```"); i++) {
                    code.add(text.get(i).replaceFirst("^ {0," + indent + "}", ""));
                }
                fences.add(new Fence(file, first + 1, code));
            }
        }
        return fences;
    }
}
