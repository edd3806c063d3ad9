package nacre.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Optimizer;
import org.jspecify.annotations.Nullable;

/// An optimizer: the weights after each of some steps, and what it remembers at the end.
final class OptimizerKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Optimizer<?> optimizer =
                Made.from(
                        Optimizer.class,
                        expectation.text("optimizer"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", optimizer, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Optimizer.class, optimizer),
                expectation.get("config"));
        List<Weight> weights = new ArrayList<>();
        for (Object first : expectation.list("initial")) {
            weights.add(new Weight("weight", Arrays.tensor(first), true));
        }
        for (Object each : expectation.list("steps")) {
            step(optimizer, weights, expectation.part(Objects.requireNonNull(each)), checks);
        }
        compare(
                checks,
                "optimizer variable",
                optimizer.variables(),
                expectation.get("optimizer_variables"));
        if (expectation.has("after_finalize_variable_values")) {
            optimizer.finalizeVariableValues();
            compare(
                    checks,
                    "variable after the end",
                    values(weights),
                    expectation.get("after_finalize_variable_values"));
        }
    }

    private static void step(
            Optimizer<?> optimizer, List<Weight> weights, Case step, Checks checks) {
        List<@Nullable Object> given = step.list("gradients");
        List<Weight> moved = new ArrayList<>();
        List<float[]> gradients = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (given.get(i) != null) {
                moved.add(weights.get(i));
                gradients.add(Arrays.tensor(given.get(i)).toArray());
            }
        }
        optimizer.build(weights);
        optimizer.apply(moved, gradients);
        compare(checks, "variable", values(weights), step.get("variables"));
        if (step.has("learning_rate")) {
            checks.number("learning rate", optimizer.learningRate(), step.number("learning_rate"));
        }
        if (step.has("iterations")) {
            checks.number("iterations", optimizer.iterations(), step.number("iterations"));
        }
    }

    private static List<Tensor> values(List<Weight> weights) {
        return weights.stream().map(Weight::tensor).toList();
    }

    static void compare(Checks checks, String what, List<Tensor> got, @Nullable Object want) {
        List<Tensor> wanted = Arrays.tensors(want);
        checks.that(
                got.size() == wanted.size(),
                what + "s: " + got.size() + " instead of " + wanted.size());
        for (int i = 0; i < Math.min(got.size(), wanted.size()); i++) {
            checks.numbers(what + " " + i, got.get(i), wanted.get(i));
        }
    }
}
