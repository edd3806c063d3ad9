package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables that are empty because what they were made of has been declared anew.
final class Emptied {
    /// How Java names a variable of a cell that is null.
    private static final Pattern NULL =
            Pattern.compile("because \"REPL\\.\\$JShell\\$\\w+\\.([^\".]+)\" is null");

    private final Map<String, String> types = new ConcurrentHashMap<>(); // by variable

    void add(String variable, String type) {
        types.put(variable, type);
    }

    boolean has(String variable) {
        return types.containsKey(variable);
    }

    /// Forgets those that have got a value since.
    void tidy(Variables variables) {
        types.keySet().removeIf(name -> variables.get(name) != null);
    }

    static String note(String variable, String type) {
        return "The variable %s was made with the old %s and is empty now; run its cell again."
                .formatted(variable, type);
    }

    /// What to do about an exception that comes of it.
    Optional<String> hint(Throwable thrown) {
        if (thrown.getClass() != NullPointerException.class) {
            return Optional.empty();
        }
        Matcher empty = NULL.matcher(String.valueOf(thrown.getMessage()));
        if (!empty.find()) {
            return Optional.empty();
        }
        String name = empty.group(1);
        return Optional.ofNullable(types.get(name))
                .map(type -> note("`" + name + "`", "`" + type + "`"));
    }
}
