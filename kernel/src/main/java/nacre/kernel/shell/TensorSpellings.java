package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Java what NumPy and Keras write with operators and bare sizes: `a + b` of tensors,
/// `ones(2, 3)`.
final class TensorSpellings {
    private static final String JOINED = "`Tensor.concat(List.of(a, b), 0)`";
    private static final Map<String, String> OPERATORS =
            Map.ofEntries(
                    Map.entry("+", "add"),
                    Map.entry("-", "sub"),
                    Map.entry("*", "mul"),
                    Map.entry("/", "div"),
                    Map.entry("%", "mod"),
                    Map.entry(">", "greater"),
                    Map.entry(">=", "greaterEqual"),
                    Map.entry("<", "less"),
                    Map.entry("<=", "lessEqual"));
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("T", "`.transpose()`"),
                    Map.entry("append", JOINED),
                    Map.entry("concatenate", JOINED),
                    Map.entry("extend", JOINED),
                    Map.entry("ndim", "`.rank()`"),
                    Map.entry("flatten", "`.reshape(-1)`"),
                    Map.entry("ravel", "`.reshape(-1)`"),
                    Map.entry("view", "`.reshape(2, -1)`"),
                    Map.entry("unsqueeze", "`.expandDims(0)`"),
                    Map.entry("std", "`.variance().sqrt()`"),
                    Map.entry("var", "`.variance()`"));
    private static final Set<String> OF_HISTORY =
            Set.of("epoch", "get", "history", "last", "names");
    private static final Set<String> TYPES = Set.of("astype", "cast", "dtype");
    private static final Pattern OPERATOR = Pattern.compile("operator '(.+)'");
    private static final Pattern SIZES = Pattern.compile("^\\s*\\(([^()]*)\\)");

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "no suitable method found for of\\((?:int|float|double)(?:,(?:int|float|double))+\\)");

    private static final Pattern INPUT_BEHIND =
            Pattern.compile("found for of\\([A-Z]\\w+,(?:\\w+,)*Tensor\\b");
    private static final Pattern NO_FLOAT =
            Pattern.compile("found for (\\w+)\\(double\\)(?s:.*)\\b\\1\\(float\\)");
    private static final Pattern NO_INTS = Pattern.compile("found for of\\(int((?:\\[\\])+)\\)");

    private TensorSpellings() {}

    static Optional<String> hint(Problem problem) {
        if (problem.is("operator.cant.be.applied")) {
            return operator(problem);
        }
        if (problem.is("cant.apply.symbol")
                && problem.after("required:").equals("Shape")
                && problem.after("found:").matches("int(,int)*")) {
            return sizes(problem);
        }
        if (INPUT_BEHIND.matcher(problem.firstLine()).find()
                && problem.message().contains("Sequential.of(Tensor,Layer...)")) {
            return Optional.of("`Input.of(…)` stands first, before the layers.");
        }
        if (problem.is("illegal.initializer.for.type")
                && problem.message().endsWith("for Tensor")) {
            return Optional.of("It is made with `Tensor.of(new double[] {…})`.");
        }
        if (NUMBERS.matcher(problem.firstLine()).find()) {
            return Optional.of("Numbers come as an array: `new double[] {…}`.");
        }
        if (NO_FLOAT.matcher(problem.message()).find()) {
            return Optional.of(
                    "The numbers of tensors are floats: `0.5f`, or `(float)` before a double.");
        }
        Matcher ints = NO_INTS.matcher(problem.firstLine());
        if (ints.find()) {
            return Optional.of(
                    "The numbers of tensors are no ints: `new double%s {…}`."
                            .formatted(ints.group(1)));
        }
        if (problem.word().equals("build") && problem.message().contains("has protected access")) {
            return Optional.of(
                    "A layer makes its weights at the first call, or by `ensureBuilt(List.of(shape))`.");
        }
        return Optional.empty();
    }

    private static Optional<String> operator(Problem problem) {
        Matcher found = OPERATOR.matcher(problem.message());
        String sign = found.find() ? found.group(1) : "";
        String first = problem.after("first type:");
        String second = problem.after("second type:");
        if (sign.equals("-") && problem.firstLine().contains("operand type Tensor")) {
            return Optional.of("Java has no operators for tensors: `a.neg()` for `-a`.");
        }
        String method = OPERATORS.get(sign);
        if (method == null || !first.equals("Tensor") && !second.equals("Tensor")) {
            return Optional.empty();
        }
        String told =
                first.equals("Tensor")
                        ? "`a.%s(b)` for `a %s b`".formatted(method, sign)
                        : "`Tensor.of(2).%s(b)` for `2 %s b`".formatted(method, sign);
        boolean isDouble = first.equals("double") || second.equals("double");
        return Optional.of(
                "Java has no operators for tensors: "
                        + told
                        + (isDouble ? "; a number is a float, `0.5f`." : "."));
    }

    /// What NumPy calls otherwise, and what Keras has after a `fit`.
    static Optional<String> name(Problem problem) {
        if (JavacWords.owner(problem).equals("Fit") && OF_HISTORY.contains(problem.word())) {
            return Optional.of(
                    "`fit(…)` only prepares: `.run()` behind it trains, and gives the History that has it.");
        }
        if (TYPES.contains(problem.word()) && JavacWords.owner(problem).equals("Tensor")) {
            return Optional.of("The numbers of a tensor are always floats.");
        }
        return JavacWords.owner(problem).equals("Tensor")
                ? Optional.ofNullable(NAMES.get(problem.word())).map(it -> "In Java: " + it + ".")
                : Optional.empty();
    }

    private static Optional<String> sizes(Problem problem) {
        Cell.Spot spot = problem.spot();
        int end = Math.min(spot.column() + problem.length(), spot.text().length());
        var given = SIZES.matcher(spot.text().substring(end));
        return given.find()
                ? Optional.of(
                        "Sizes make a shape: `%s(Shape.of(%s))`."
                                .formatted(problem.word(), given.group(1).strip()))
                : Optional.empty();
    }
}
