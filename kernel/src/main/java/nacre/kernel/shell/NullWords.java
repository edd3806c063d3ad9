package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what is null, and what cannot be done with it.
final class NullWords {
    /// What the JVM says of it.
    private static final Pattern SAID =
            Pattern.compile(
                    "Cannot ((?:invoke|read|assign|load from|store to|throw|enter|exit) .+?)(?: because (?:\"(?<value>.+)\"|the return value of \"(?<method>.+)\") is null)?");

    private static final String UNKNOWN = "A value here";
    private static final String MEANING =
            "`null` means that there is nothing: give it a value before, or ask `if (x != null)`.";

    private static final Pattern UNBOXED = Pattern.compile("invoke \"\\S*\\.(\\w+)Value\\(\\)\"");
    private static final Pattern CALLED = Pattern.compile("invoke \"(?:.+\\.)?(\\w+)\\((.*)\\)\"");
    private static final Pattern FIELD = Pattern.compile("(?:read|assign) field \"(\\w+)\"");
    private static final Pattern ARRAY = Pattern.compile(".* array|read the array length");

    private static final Pattern METHOD = Pattern.compile("(?:.+\\.)?(\\w+\\.\\w+)\\((.*)\\)");
    private static final Pattern OF_MAP = Pattern.compile(".*Map\\.get\\(.*");
    private static final Pattern NAME = Pattern.compile("[\\w.\\[\\]]+");

    private NullWords() {}

    /// Nothing where the exception has words of its own.
    ///
    /// @param message without what JShell adds to the names of classes
    static Optional<String> say(Throwable thrown, String message) {
        Matcher said = SAID.matcher(message);
        boolean isJvms = said.matches();
        if (!isJvms && !message.isEmpty()) {
            return Optional.empty();
        }
        Optional<StackTraceElement> called = Frames.intoLibraries(thrown);
        if (called.isPresent()) {
            return Optional.of(of(called.get()));
        }
        return isJvms ? Optional.of(ofCell(said)) : Optional.empty();
    }

    /// A `switch` looks at the hash of a text, which nobody has written.
    private static String ofCell(Matcher said) {
        String value = value(said);
        return value.equals(UNKNOWN) && said.group(1).contains("hashCode")
                ? value + " is `null`."
                : value + " is `null`: " + lacking(said.group(1));
    }

    /// What is null; javac has no name for what a loop goes through or a `switch` looks at.
    private static String value(Matcher said) {
        String method = said.group("method");
        if (method != null) {
            return "What `" + call(method) + "` gives";
        }
        String value = said.group("value");
        return value == null || value.contains("<") || value.equals("null")
                ? UNKNOWN
                : "`" + value + "`";
    }

    private static String call(String method) {
        Matcher named = METHOD.matcher(method);
        return named.matches()
                ? named.group(1) + (named.group(2).isEmpty() ? "()" : "(…)")
                : method;
    }

    private static String lacking(String use) {
        Matcher unboxed = UNBOXED.matcher(use);
        if (unboxed.matches()) {
            return "there is no " + unboxed.group(1) + " in it.";
        }
        Matcher called = CALLED.matcher(use);
        if (called.matches()) {
            return "there is no object to call `%s(%s)` on."
                    .formatted(called.group(1), called.group(2).isEmpty() ? "" : "…");
        }
        Matcher field = FIELD.matcher(use);
        if (field.matches()) {
            return "there is no object with a `" + field.group(1) + "`.";
        }
        return ARRAY.matcher(use).matches() ? "there is no array." : "there is no object.";
    }

    /// What of a library has met a null.
    private static String of(StackTraceElement called) {
        String owner = called.getClassName().replaceFirst(".*\\.", "");
        String method = called.getMethodName();
        if (owner.equals("Objects")) {
            return UNKNOWN + " is `null`.";
        }
        if (method.equals("<init>")) {
            return "`new %s(…)` has met a `null`.".formatted(owner.replace('$', '.'));
        }
        boolean isInside = owner.contains("$") || owner.matches("Immutable.*|.*Pipeline");
        return "`%s%s(…)` has met a `null`.".formatted(isInside ? "" : owner + ".", method);
    }

    /// What to do about it.
    static String hint(Throwable thrown, String message) {
        Matcher said = SAID.matcher(message);
        if (!said.matches() || Frames.intoLibraries(thrown).isPresent()) {
            return MEANING;
        }
        String method = said.group("method");
        if (method != null && OF_MAP.matcher(method).matches()) {
            return "The map has no such key: `getOrDefault(key, 0)` gives another value then.";
        }
        String value = said.group("value");
        if (value == null || value.equals("null") || !NAME.matcher(value).matches()) {
            return MEANING;
        }
        return value.endsWith("]")
                ? "A new array of objects holds nothing but `null`: put one in first, `%s = …;`."
                        .formatted(value)
                : "`null` means that there is nothing: give `%1$s` a value before, or ask `if (%1$s != null)`."
                        .formatted(value);
    }
}
