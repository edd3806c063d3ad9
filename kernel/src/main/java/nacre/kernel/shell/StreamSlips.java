package nacre.kernel.shell;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What beginners ask of a stream that another kind of stream can do, and how they compare.
final class StreamSlips {
    private static final Set<String> SUMS = Set.of("sum", "average", "summaryStatistics");
    private static final Pattern MAPPED =
            Pattern.compile("\\b(?:IntStream|mapToInt|chars)\\b.*\\.map\\([^()]*->[^()]*");
    private static final Pattern OF_ORDER =
            Pattern.compile("\\b(?:sort|sorted|max|min|thenComparing|Comparator|Tree\\w+)\\b");

    private static final Pattern UNTYPED = Pattern.compile("variable (\\w+) of type Object");

    private StreamSlips() {}

    static Optional<String> hint(Problem problem) {
        if (problem.is("cant.resolve")) {
            return untyped(problem).or(() -> unknown(problem.word(), JavacWords.owner(problem)));
        }
        String words = problem.message();
        String line = problem.spot().text();
        if (words.contains("required: Supplier<R>,ObjIntConsumer<R>")) {
            return Optional.of(
                    "Collectors are for objects: `.boxed()` before makes some of numbers.");
        }
        if (words.contains("Collector<CharSequence,?,String> cannot be converted")) {
            return Optional.of("Only texts are joined: `.map(String::valueOf)` before makes some.");
        }
        if (words.contains("constraints Integer,Long") && line.contains("counting()")) {
            return Optional.of("`Collectors.counting()` gives a `Long`.");
        }
        if (words.contains(
                        "bad return type in lambda expression\n    String cannot be converted to int")
                && MAPPED.matcher(line.substring(0, problem.spot().column())).find()) {
            return Optional.of("What is no number comes of one with `mapToObj(…)`.");
        }
        if (words.contains("boolean cannot be converted to int") && OF_ORDER.matcher(line).find()) {
            return Optional.of(
                    "A comparator gives a number: `Integer.compare(a, b)`; often `Comparator.comparing(…)` is all.");
        }
        return words.contains("lower bounds: void") && line.contains(".map(")
                ? Optional.of("What only does something with each stands in `forEach(…)`.")
                : Optional.empty();
    }

    /// The parameter of a lambda for which javac only knows Object, since more is asked of what
    /// comes out: `comparing(x -> x.length()).reversed()`.
    private static Optional<String> untyped(Problem problem) {
        Matcher variable = UNTYPED.matcher(problem.after("location:"));
        if (!variable.matches()) {
            return Optional.empty();
        }
        String name = variable.group(1);
        return Pattern.compile("\\b" + name + "\\s*->").matcher(problem.spot().text()).find()
                ? Optional.of(
                        "Java cannot tell what `%1$s` is: write its type, as in `(String %1$s) -> …`."
                                .formatted(name))
                : Optional.empty();
    }

    private static Optional<String> unknown(String name, String owner) {
        if (SUMS.contains(name) && owner.matches("(?:Stream|List|ArrayList|Set|Collection)<.*")) {
            String stream = owner.startsWith("Stream") ? "" : ".stream()";
            return Optional.of(
                    "A stream of numbers can: `%s.mapToInt(x -> x).%s()`.".formatted(stream, name));
        }
        return name.equals("toList") && owner.matches("(?:Int|Long|Double)Stream")
                ? Optional.of("As a list: `.boxed().toList()`; as an array: `.toArray()`.")
                : Optional.empty();
    }
}
