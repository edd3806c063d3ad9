package nacre.parity;

import java.util.List;
import java.util.Map;
import nacre.layers.weights.Initializer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// An initializer: exact values, or for random ones bounds, mean and standard deviation.
final class InitializerKind implements Kind {
    private static final long SEED = 1; // for initializers without a seed of their own

    @Override
    public void check(Case expectation, Checks checks) {
        Initializer initializer =
                Made.from(
                        Initializer.class,
                        expectation.text("initializer"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", initializer, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Initializer.class, initializer),
                expectation.get("config"));
        Shape shape = Arrays.shape(expectation.get("shape"));
        Tensor values = initializer.values(shape, SEED);
        if (expectation.has("value")) {
            checks.numbers("value", values, expectation.get("value"));
        }
        checks.shapes("shape", List.of(values.shape()), List.of(shape));
        distribution(checks, values, expectation.map("checks"));
    }

    private static void distribution(
            Checks checks, Tensor values, Map<String, @Nullable Object> wanted) {
        double deviation = Math.sqrt(values.variance().item());
        double mean = values.mean().item();
        wanted.forEach(
                (name, given) -> {
                    switch (name) {
                        case "min" ->
                                checks.that(
                                        values.min().item() >= limit(given, -1), "below " + given);
                        case "max" ->
                                checks.that(
                                        values.max().item() <= limit(given, 1), "above " + given);
                        case "abs_max" ->
                                checks.that(
                                        values.abs().max().item() <= limit(given, 1),
                                        "outside ±" + given);
                        case "mean_abs_below" ->
                                checks.that(
                                        Math.abs(mean) < Arrays.number(given), "mean is " + mean);
                        case "mean" -> {
                            double error = 5 * deviation / Math.sqrt(values.size());
                            checks.that(
                                    Math.abs(mean - Arrays.number(given)) <= error,
                                    "mean is " + mean);
                        }
                        case "std" -> {
                            double std = Arrays.number(given);
                            double error =
                                    std * Arrays.number(wanted.getOrDefault("std_rtol", 0.1));
                            checks.that(
                                    Math.abs(deviation - std) <= error,
                                    "standard deviation is " + deviation);
                        }
                        case "gram_is_identity_times" -> gram(checks, values, wanted);
                        case "std_rtol", "over" -> {
                            // belong to std and to the Gram matrix
                        }
                        default -> checks.fail("unknown check `" + name + "`");
                    }
                });
    }

    /// A bound, moved outward by the rounding of a float.
    private static double limit(@Nullable Object given, int direction) {
        double bound = Arrays.number(given);
        return bound + direction * 1e-6 * Math.max(1e-3, Math.abs(bound));
    }

    /// Columns (or rows) of an orthogonal matrix are of one length and at right angles.
    private static void gram(Checks checks, Tensor values, Map<String, @Nullable Object> wanted) {
        Tensor matrix = values.reshape(-1, values.dim(-1));
        boolean columns = "columns".equals(wanted.get("over"));
        Tensor gram =
                columns ? matrix.product(matrix, true, false) : matrix.product(matrix, false, true);
        Tensor identity = Tensor.range(gram.dim(0)).oneHot(gram.dim(0));
        checks.numbers(
                "Gram matrix",
                gram,
                identity.mul((float) Arrays.number(wanted.get("gram_is_identity_times"))));
    }
}
