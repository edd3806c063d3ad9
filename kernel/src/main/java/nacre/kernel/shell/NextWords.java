package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nacre.kernel.shell.Completion.Item;

/// The words of Java that come next where only a few can.
final class NextWords {
    private static final Pattern SWITCH =
            Pattern.compile("\\bswitch\\s*\\([^{}]*\\)\\s*\\{([^{}]*)$");
    private static final Pattern BEFORE_CASE = Pattern.compile("(?s)\\s*|.*->.*;\\s*");
    private static final Pattern FOR = Pattern.compile("\\bfor\\s*\\($");
    private static final Pattern MODIFIER =
            Pattern.compile("\\b(?:public|protected|private|static|final|abstract)\\s+$");
    private static final Pattern OVERRIDE = Pattern.compile("@Override\\s+public\\s+$");
    private static final List<String> OVERRIDDEN =
            List.of("String toString() {", "boolean equals(Object other) {", "int hashCode() {");

    private NextWords() {}

    /// @param mask the code before them, as [Source#mask] gives it
    static Optional<List<Item>> behind(String mask) {
        Matcher cases = SWITCH.matcher(mask);
        if (cases.find() && BEFORE_CASE.matcher(cases.group(1)).matches()) {
            return Optional.of(keywords(Stream.of("case", "default")));
        }
        if (FOR.matcher(mask).find()) {
            return Optional.of(keywords(Stream.of("var", "int")));
        }
        if (OVERRIDE.matcher(mask).find()) {
            return Optional.of(
                    OVERRIDDEN.stream().map(each -> new Item(each, "function", "")).toList());
        }
        return MODIFIER.matcher(mask).find()
                ? Optional.of(
                        keywords(
                                Stream.of(
                                        "void", "int", "double", "boolean", "static", "final",
                                        "class")))
                : Optional.empty();
    }

    static List<Item> keywords(Stream<String> words) {
        return words.map(each -> new Item(each, "keyword", Keywords.use(each).orElse(""))).toList();
    }
}
