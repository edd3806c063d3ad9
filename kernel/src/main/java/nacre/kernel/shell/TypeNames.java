package nacre.kernel.shell;

import java.util.regex.Pattern;

/// Shortens the names of types to what a learner writes.
final class TypeNames {
    private static final Pattern PACKAGES =
            Pattern.compile(
                    "\\b(?:java|javax|nacre)(?:\\.[a-z]\\w*)+\\.(?=[A-Z])|\\bREPL\\.\\$JShell\\$\\w+\\.");

    private static final String WRAPPER = "REPL.$JShell$"; // what JShell puts around each snippet
    private static final Pattern IN_CELLS =
            Pattern.compile("(?:cells//)?REPL\\.\\$JShell\\$\\d+[A-Z]*[.$]");

    private static final Pattern ANNOTATIONS =
            Pattern.compile("@[a-z]\\w*(?:\\.\\w+)+(?:\\([^()]*\\))?\\s+");

    private static final Pattern GENERIC_OWNER =
            Pattern.compile(
                    "(?<=^|\\s)(\\w+)(?:<(?:[^<>()]|<[^<>]*>)*>|\\([^()]*\\))\\.(?:<[^()]*?>)?(?=\\w+\\()");

    /// What several types have in common, as javac writes it: `Object&Serializable&Comparable<…>`.
    private static final Pattern COMMON;

    static {
        String in = "(?:<(?:[^<>]|<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>)*>)?";
        COMMON = Pattern.compile("\\w+" + in + "(?:&\\w+" + in + ")+");
    }

    private static final Pattern SELF = Pattern.compile("^S (?=\\w+<S extends )");

    private TypeNames() {}

    /// `List<String>` for `java.util.List<java.lang.String>`, and without annotations on types.
    static String simple(String text) {
        String plain = PACKAGES.matcher(ANNOTATIONS.matcher(text).replaceAll("")).replaceAll("");
        return COMMON.matcher(plain).replaceAll("Object");
    }

    /// `Dog@1b2c` for `REPL.$JShell$12$Dog@1b2c`, as it is outside of a notebook.
    static String ofCells(String text) {
        return text.contains(WRAPPER) ? IN_CELLS.matcher(text).replaceAll("") : text;
    }

    /// `java.util.List` for what is written `java.util.List<E>[]`.
    static String erased(String text) {
        return text.replaceAll("<.*>|\\[]", "");
    }

    /// A method's head as a learner reads it: `List.get(int index)` for what belongs to
    /// `java.util.List<E>`.
    static String signature(String text) {
        String simple = SELF.matcher(simple(text)).replaceFirst("");
        return GENERIC_OWNER.matcher(simple).replaceAll("$1.");
    }
}
