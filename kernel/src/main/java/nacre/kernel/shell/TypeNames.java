package nacre.kernel.shell;

import java.util.regex.Pattern;

/// Shortens the names of types to what a learner writes.
final class TypeNames {
    private static final Pattern PACKAGES =
            Pattern.compile("\\b(?:java|javax|nacre)(?:\\.[a-z]\\w*)+\\.(?=[A-Z])");

    private static final Pattern ANNOTATIONS =
            Pattern.compile("@[a-z]\\w*(?:\\.\\w+)+(?:\\([^()]*\\))?\\s+");

    private TypeNames() {}

    /// `List<String>` for `java.util.List<java.lang.String>`, and without annotations on types.
    static String simple(String text) {
        return PACKAGES.matcher(ANNOTATIONS.matcher(text).replaceAll("")).replaceAll("");
    }
}
