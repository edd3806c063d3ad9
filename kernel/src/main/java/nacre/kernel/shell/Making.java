package nacre.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an object of a class is made: by `new`, by `of(…)`, by `new` of a class below it.
final class Making {
    private static final List<String> NOT_BY_NEW =
            List.of("report.access", "cant.apply.symbol", "abstract.cant.be.instantiated");
    private static final Map<String, String> COMMON = // classes of the collections
            Map.ofEntries(
                    Map.entry("Collection", "ArrayList"),
                    Map.entry("List", "ArrayList"),
                    Map.entry("Set", "HashSet"),
                    Map.entry("Map", "HashMap"),
                    Map.entry("Queue", "ArrayDeque"),
                    Map.entry("Deque", "ArrayDeque"));
    private static final Set<String> PICTURES = Set.of("Chart", "Picture");
    private static final Pattern OPTION =
            Pattern.compile("(new\\s+\\w+\\s*\\([^()\"]*?)\\s*,\\s*(\"[^\"]*\")\\s*\\)");
    private static final Set<String> PADDING = Set.of("\"same\"", "\"valid\"", "\"causal\"");
    private static final Pattern MADE = Pattern.compile("^new\\s+(\\w+)");

    private final Forms forms;
    private final Function<String, Set<String>> behind;

    /// @param behind the names that can stand behind some code
    Making(Forms forms, Function<String, Set<String>> behind) {
        this.forms = forms;
        this.behind = behind;
    }

    /// `Sequential.of(…)` where `new` is not possible.
    Optional<String> factory(Problem problem) {
        if (NOT_BY_NEW.stream().noneMatch(problem::is)) {
            return Optional.empty();
        }
        Matcher made = MADE.matcher(problem.spot().text().substring(problem.spot().column()));
        if (!made.find()) {
            return Optional.empty();
        }
        boolean byFactory =
                problem.is("abstract.cant.be.instantiated")
                        ? hasFactory(made.group(1))
                        : !isMadeByNew(made.group(1));
        if (PICTURES.contains(made.group(1))
                && behind.apply("((" + made.group(1) + ") null).").contains("title(")) {
            return Optional.of(
                    "`Plot` draws: `Plot.line(…)`, `Plot.scatter(…)`, `Plot.histogram(…)`.");
        }
        String common = COMMON.get(made.group(1));
        if (common != null && problem.is("abstract.cant.be.instantiated")) {
            return Optional.of("Make one with `new %s<>()`.".formatted(common));
        }
        return byFactory
                ? Optional.of("Make one with `" + made.group(1) + ".of(…)`.")
                : Optional.empty();
    }

    /// `new Dense(10, "relu")`, as Keras allows it.
    Optional<String> option(Problem problem) {
        if (!problem.is("cant.apply.symbol")) {
            return Optional.empty();
        }
        Matcher option = OPTION.matcher(problem.spot().text().substring(problem.spot().column()));
        return option.lookingAt() && behind.apply(option.group(1) + ").").contains("activation(")
                ? Optional.of(
                        "An option is a call behind the parentheses: `%s).%s(%s)`."
                                .formatted(
                                        option.group(1),
                                        PADDING.contains(option.group(2))
                                                ? "padding"
                                                : "activation",
                                        option.group(2)))
                : Optional.empty();
    }

    /// Whether there is a constructor to call, or nothing else.
    boolean isMadeByNew(String type) {
        return !hasFactory(type) || !forms.signatures("new " + type + "(").isEmpty();
    }

    private boolean hasFactory(String type) {
        return behind.apply(type + ".").contains("of(");
    }
}
