package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the public methods of a class in its source, line by line.
final class SourceMethods {
    private static final String INDENT = "    "; // deeper ones belong to classes within the class
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:public|default) (?!static )(?:(?:final|abstract|synchronized) )*"
                            + "(?:<[^()]*> )?([^()=]+) (\\w+)\\(([^()]*)\\).*");

    /// One of them.
    ///
    /// @param result the type of what it returns; of the object itself it is `S` in the layers'
    ///   base classes
    /// @param words the comment above it, as it stands there
    record Method(String result, String name, String parameters, String words) {}

    private SourceMethods() {}

    static List<Method> of(String source) {
        var methods = new ArrayList<Method>();
        var words = new StringBuilder();
        var head = new StringBuilder();
        for (String line : source.split("\n")) {
            String text = line.strip();
            if (!head.isEmpty()) {
                head.append(' ').append(text);
            } else if (text.startsWith("///")) {
                words.append(line).append('\n');
                continue;
            } else if (text.matches("(?:public|default) .*") && indent(line) == INDENT.length()) {
                head.append(text);
            }
            if (head.indexOf(")") >= 0 || head.indexOf(";") >= 0) {
                method(head.toString(), words.toString(), methods::add);
                head.setLength(0);
            }
            if (head.isEmpty() && !text.startsWith("@")) {
                words.setLength(0);
            }
        }
        return methods;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static void method(String head, String words, Consumer<Method> to) {
        Matcher parts = HEAD.matcher(head.replaceAll("@\\w+ ", ""));
        if (parts.matches()) {
            to.accept(new Method(parts.group(1), parts.group(2), parts.group(3), words));
        }
    }
}
