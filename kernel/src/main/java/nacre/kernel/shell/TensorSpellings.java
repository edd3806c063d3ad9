package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Java what NumPy and Keras write with operators and bare sizes: `a + b` of tensors,
/// `ones(2, 3)`.
final class TensorSpellings {
    private static final Map<String, String> OPERATORS =
            Map.of("+", "add", "-", "sub", "*", "mul", "/", "div");
    private static final Pattern OPERATOR = Pattern.compile("operator '(.+)'");
    private static final Pattern SIZES = Pattern.compile("^\\s*\\(([^()]*)\\)");

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "no suitable method found for of\\((?:int|float|double)(?:,(?:int|float|double))+\\)");

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
        var sign = OPERATOR.matcher(problem.message());
        boolean isTensor =
                problem.after("first type:").equals("Tensor")
                        || problem.after("second type:").equals("Tensor");
        return isTensor && sign.find()
                ? Optional.ofNullable(OPERATORS.get(sign.group(1)))
                        .map(
                                method ->
                                        "Java has no operators for tensors: `a.%s(b)` for `a %s b`."
                                                .formatted(method, sign.group(1)))
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
