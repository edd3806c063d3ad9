package nacre.parity;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A random layer: what must hold for its outputs, whatever numbers it draws.
final class StochasticKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Layer layer = layer(expectation);
        if (expectation.has("config")) {
            var withName =
                    Made.from(
                            Layer.class,
                            expectation.text("layer"),
                            List.of(),
                            expectation.map("kwargs"));
            checks.config(
                    "config",
                    without(withName.getConfig()),
                    without(Case.asMap(expectation.map("config").get("config"))));
        }
        Tensor x = input(expectation.part(expectation.need("input")));
        Tensor y = call(layer, x, expectation);
        for (Object entry : expectation.list("checks")) {
            Case rule = expectation.part(Objects.requireNonNull(entry));
            switch (rule.text("type")) {
                case "differs_between_calls" -> {
                    Tensor again = call(layer, x, expectation);
                    checks.that(!same(y, again), "two calls give the same");
                }
                case "same_with_same_seed" -> {
                    Tensor one = call(layer(expectation), x, expectation);
                    Tensor other = call(layer(expectation), x, expectation);
                    checks.that(same(one, other), "the same seed gives other numbers");
                }
                default -> check(rule, y, checks);
            }
        }
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> config) {
        var copy = new LinkedHashMap<>(config);
        copy.remove("name");
        copy.remove("trainable");
        copy.remove("dtype");
        return copy;
    }

    private static Layer layer(Case expectation) {
        return Made.from(
                Layer.class,
                expectation.text("layer"),
                expectation.list("args"),
                expectation.map("kwargs"));
    }

    private static Tensor input(Case input) {
        if (input.has("fill")) {
            return Tensor.full(Arrays.shape(input.get("shape")), (float) input.number("fill"));
        }
        Tensor sample = Arrays.tensor(input.get("repeat"));
        return Tensor.stack(Collections.nCopies((int) input.number("times"), sample), 0);
    }

    private static Tensor call(Layer layer, Tensor x, Case expectation) {
        boolean training = Boolean.TRUE.equals(expectation.get("training"));
        return layer.apply(x, training ? Call.training() : Call.inference());
    }

    private static boolean same(Tensor a, Tensor b) {
        return java.util.Arrays.equals(a.toArray(), b.toArray());
    }

    private static void check(Case rule, Tensor y, Checks checks) {
        String type = rule.text("type");
        switch (type) {
            case "values" ->
                    checks.that(
                            y.size() == nearAny(y, rule),
                            "other values than " + rule.get("allowed"));
            case "zero_fraction" -> between(checks, type, share(y, 0, 0), rule);
            case "fraction_of" ->
                    between(checks, type, share(y, rule.number("value"), tolerance(rule)), rule);
            case "mean" -> between(checks, type, y.mean().item(), rule);
            case "std" -> between(checks, type, Math.sqrt(y.variance().item()), rule);
            case "range" -> {
                checks.that(
                        !rule.has("min") || y.min().item() >= rule.number("min"),
                        "below " + rule.get("min"));
                checks.that(
                        !rule.has("max") || y.max().item() <= rule.number("max"),
                        "above " + rule.get("max"));
            }
            case "constant_along_axes" ->
                    checks.that(constant(y, axes(rule)), "varies along axes " + rule.get("axes"));
            case "constant_within_sample" ->
                    checks.that(constant(y.reshape(y.dim(0), -1), 1), "varies within a sample");
            case "samples_differ" -> checks.that(!constant(y, 0), "all samples are the same");
            case "each_sample_one_of" -> samples(rule, y, checks);
            default -> checks.fail("unknown check `" + type + "`");
        }
    }

    private static void between(Checks checks, String what, double got, Case rule) {
        boolean low = rule.has("min") && got < rule.number("min");
        boolean high = rule.has("max") && got > rule.number("max");
        checks.that(
                !low && !high,
                what + " is " + got + ", not " + rule.get("min") + " to " + rule.get("max"));
    }

    private static double tolerance(Case rule) {
        return rule.has("tol") ? rule.number("tol") : 1e-5;
    }

    private static long nearAny(Tensor y, Case rule) {
        double[] allowed = rule.list("allowed").stream().mapToDouble(Arrays::number).toArray();
        long count = 0;
        for (float value : y.toArray()) {
            count +=
                    DoubleStream.of(allowed).anyMatch(a -> Math.abs(a - value) <= tolerance(rule))
                            ? 1
                            : 0;
        }
        return count;
    }

    private static double share(Tensor y, double of, double tolerance) {
        int count = 0;
        for (float value : y.toArray()) {
            count += Math.abs(value - of) <= tolerance ? 1 : 0;
        }
        return (double) count / y.size();
    }

    private static int[] axes(Case rule) {
        return rule.list("axes").stream().mapToInt(axis -> (int) Arrays.number(axis)).toArray();
    }

    private static boolean constant(Tensor y, int... axes) {
        return same(y.maxKeep(axes), y.minKeep(axes));
    }

    private static void samples(Case rule, Tensor y, Checks checks) {
        List<Tensor> allowed = Arrays.tensors(rule.get("samples"));
        Shape sample = y.shape().drop(0);
        Set<Integer> used = new HashSet<>();
        int strangers = 0;
        for (int i = 0; i < y.dim(0); i++) {
            int found = indexOf(y.at(0, i).reshape(sample), allowed, rule);
            strangers += found < 0 ? 1 : 0;
            used.add(found);
        }
        checks.that(
                strangers == 0,
                strangers + " of " + y.dim(0) + " samples are none of those expected");
        if (Boolean.TRUE.equals(rule.get("all_used"))) {
            used.remove(-1);
            checks.that(
                    used.size() == allowed.size(),
                    "only " + used.size() + " of the expected samples occur");
        }
    }

    private static int indexOf(Tensor sample, List<Tensor> allowed, Case rule) {
        double tolerance = rule.has("tol") ? rule.number("tol") : 1e-3;
        for (int i = 0; i < allowed.size(); i++) {
            boolean fits = allowed.get(i).shape().equals(sample.shape());
            if (fits && allowed.get(i).sub(sample).abs().max().item() <= tolerance) {
                return i;
            }
        }
        return -1;
    }
}
