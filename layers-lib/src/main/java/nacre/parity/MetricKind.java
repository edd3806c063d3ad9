package nacre.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nacre.tensor.Tensor;
import nacre.training.Metric;
import nacre.training.metrics.Mean;
import nacre.training.metrics.Sum;
import org.jspecify.annotations.Nullable;

/// A metric: its value after each batch, what it remembers, and its value after a reset.
final class MetricKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Metric metric =
                Made.from(
                        Metric.class,
                        expectation.text("metric"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", metric, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Metric.class, metric),
                expectation.get("config"));
        checks.that(metric.name().equals(expectation.text("name")), "name: " + metric.name());
        int number = 0;
        for (Object update : expectation.list("updates")) {
            Case batch = expectation.part(Objects.requireNonNull(update));
            add(metric, batch);
            checks.numbers("result " + number++, metric.result(), batch.get("result"));
        }
        variables(checks, metric.variables(), expectation);
        if (expectation.has("result_after_reset")) {
            metric.reset();
            checks.numbers(
                    "result after reset", metric.result(), expectation.get("result_after_reset"));
        }
    }

    private static void add(Metric metric, Case batch) {
        Tensor weights = LossKind.optional(batch, "sample_weight");
        if (batch.has("values")) {
            Tensor values = Arrays.tensor(batch.get("values"));
            switch (metric) {
                case Mean mean -> mean.updateWeighted(values, weights);
                case Sum sum -> sum.updateWeighted(values, weights);
                default ->
                        throw new IllegalArgumentException(
                                metric.name() + " takes targets and predictions");
            }
        } else {
            metric.update(
                    Arrays.tensor(batch.get("y_true")),
                    Arrays.tensor(batch.get("y_pred")),
                    weights);
        }
    }

    private static void variables(Checks checks, Map<String, Tensor> variables, Case expectation) {
        List<String> names = new ArrayList<>(variables.keySet());
        List<Tensor> values = new ArrayList<>(variables.values());
        List<@Nullable Object> wanted = expectation.list("variables");
        checks.that(names.size() == wanted.size(), "variables: " + names);
        for (int i = 0; i < Math.min(names.size(), wanted.size()); i++) {
            Map<String, @Nullable Object> variable = Case.asMap(wanted.get(i));
            checks.that(
                    names.get(i).equals(variable.get("name")),
                    "variable " + i + ": " + names.get(i));
            checks.shapes(
                    names.get(i),
                    List.of(values.get(i).shape()),
                    List.of(Arrays.shape(variable.get("shape"))));
        }
        List<@Nullable Object> state = expectation.list("state");
        for (int i = 0; i < Math.min(values.size(), state.size()); i++) {
            checks.numbers(names.get(i), values.get(i), state.get(i));
        }
    }
}
