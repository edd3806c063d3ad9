package nacre.kernel.shell;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that a cell itself declares before the cursor; JShell knows only those of cells that
/// have run.
final class CellNames {
    private static final String TYPE = "(?:[\\p{L}_][\\w.]*(?:<[\\w<>?,.\\s\\[\\]]*>)?(?:\\[\\])*)";
    private static final String NO_TYPE =
            "(?!(?:return|new|import|package|throw|else|case|assert|yield|class|record|interface|enum)\\b)";
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?<![\\w.])" + NO_TYPE + TYPE + "\\s+([\\p{L}_]\\w*)\\s*(?=[=;:,)]|->)");
    private static final Pattern PARAMETER = // of a lambda, without a type
            Pattern.compile(
                    "(?<![\\w.])(?!default\\b)([\\p{L}_]\\w*)"
                            + "(?=\\s*->|\\s*(?:,[\\w\\s,]*)?\\)\\s*->)");
    private static final Pattern TYPES =
            Pattern.compile("(?<![\\w.])(?:class|record|interface|enum)\\s+([\\p{L}_]\\w*)");
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?<![\\w.])"
                            + NO_TYPE
                            + TYPE
                            + "\\s+([\\p{L}_]\\w*\\()[^()]*\\)\\s*(?:throws[\\w\\s,.]+)?\\{");

    private CellNames() {}

    /// Those that begin with what is typed; methods with their parenthesis.
    static Set<String> before(String code, String typed) {
        return names(code, typed, VARIABLE, PARAMETER, TYPES, METHOD);
    }

    /// The classes, records and their like among them.
    static Set<String> types(String code, String typed) {
        return names(code, typed, TYPES);
    }

    /// The methods among them, with their parenthesis.
    static Set<String> methods(String code, String typed) {
        return names(code, typed, METHOD);
    }

    private static Set<String> names(String code, String typed, Pattern... patterns) {
        String mask = Source.mask(code.substring(0, code.length() - typed.length()));
        return Stream.of(patterns)
                .flatMap(pattern -> pattern.matcher(mask).results())
                .map(found -> found.group(1))
                .filter(name -> name.startsWith(typed))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
