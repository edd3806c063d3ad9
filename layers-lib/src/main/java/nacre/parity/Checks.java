package nacre.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Compares what came with what was expected, and keeps what differs: `|got - want| <= atol + rtol
/// · |want|`.
final class Checks {
    private static final double CONFIG_TOLERANCE = 1e-6;

    private final double relative;
    private final double absolute;
    private final List<String> failures = new ArrayList<>();
    private double worst;

    Checks(Case expectation) {
        Map<String, @Nullable Object> tolerance = expectation.map("tol");
        relative = Arrays.number(tolerance.getOrDefault("rtol", 1e-4));
        absolute = Arrays.number(tolerance.getOrDefault("atol", 1e-5));
    }

    Outcome outcome() {
        return failures.isEmpty()
                ? new Outcome.Passed(worst)
                : new Outcome.Failed(String.join("; ", failures), worst);
    }

    void fail(String what) {
        failures.add(what);
    }

    void that(boolean holds, String what) {
        if (!holds) {
            fail(what);
        }
    }

    /// An array of the case.
    void numbers(String what, Tensor got, @Nullable Object want) {
        numbers(what, got, Arrays.tensor(want));
    }

    void numbers(String what, Tensor got, Tensor want) {
        if (!got.shape().equals(want.shape())) {
            fail(what + ": shape " + got.shape() + " instead of " + want.shape());
            return;
        }
        float[] a = got.toArray();
        float[] b = want.toArray();
        int differ = 0;
        int first = -1;
        for (int i = 0; i < a.length; i++) {
            if (!near(a[i], b[i])) {
                first = first < 0 ? i : first;
                differ++;
            }
        }
        if (differ > 0) {
            fail(
                    what
                            + ": "
                            + differ
                            + " of "
                            + a.length
                            + " numbers differ, number "
                            + first
                            + " is "
                            + a[first]
                            + " instead of "
                            + b[first]);
        }
    }

    void number(String what, double got, double want) {
        that(near(got, want), what + ": " + got + " instead of " + want);
    }

    private boolean near(double got, double want) {
        if (Double.compare(got, want) == 0) {
            return true; // also infinities and NaN
        }
        double share = Math.abs(got - want) / (absolute + relative * Math.abs(want));
        if (Double.isFinite(share)) {
            worst = Math.max(worst, share);
        }
        return share <= 1;
    }

    void shapes(String what, List<Shape> got, List<Shape> want) {
        that(got.equals(want), what + ": " + got + " instead of " + want);
    }

    /// Plain values: maps with the same keys, lists of the same length, numbers equal up to
    /// rounding to a float.
    void config(String what, @Nullable Object got, @Nullable Object want) {
        if (want instanceof Map<?, ?> wanted && got instanceof Map<?, ?> given) {
            var keys = new TreeSet<String>();
            wanted.keySet().forEach(key -> keys.add(String.valueOf(key)));
            given.keySet().forEach(key -> keys.add(String.valueOf(key)));
            for (String key : keys) {
                if (!given.containsKey(key) || !wanted.containsKey(key)) {
                    boolean extra = given.containsKey(key);
                    fail(what + (extra ? " has a key too many: " : " lacks the key ") + key);
                } else {
                    config(what + "." + key, given.get(key), wanted.get(key));
                }
            }
        } else if (want instanceof List<?> wanted
                && got instanceof List<?> given
                && wanted.size() == given.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                config(what + "[" + i + "]", given.get(i), wanted.get(i));
            }
        } else if (want instanceof Number wanted && got instanceof Number given) {
            double size = Math.abs(wanted.doubleValue());
            double difference = Math.abs(given.doubleValue() - wanted.doubleValue());
            that(
                    difference <= CONFIG_TOLERANCE * size,
                    what + " is " + got + " instead of " + want);
        } else {
            that(Objects.equals(got, want), what + " is " + got + " instead of " + want);
        }
    }
}
