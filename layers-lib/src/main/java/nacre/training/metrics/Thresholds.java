package nacre.training.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import nacre.layers.config.Plain;

/// From where on a probability counts as "yes": one threshold or several.
///
/// @param values the thresholds, between 0 and 1
/// @param single whether it was given as one number
record Thresholds(List<Double> values, boolean single) implements Plain {
    private static final double EPSILON = 1e-7;

    Thresholds {
        values = List.copyOf(values);
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(
                        "`thresholds` must be between 0 and 1; got " + values + ".");
            }
        }
    }

    /// One threshold or several.
    static Thresholds of(double... values) {
        return new Thresholds(DoubleStream.of(values).boxed().toList(), values.length == 1);
    }

    /// Thresholds from a config: a number or a list of numbers.
    public static Thresholds of(Object plain) {
        return switch (plain) {
            case Number number -> new Thresholds(List.of(number.doubleValue()), true);
            case List<?> list ->
                    new Thresholds(
                            list.stream().map(item -> ((Number) item).doubleValue()).toList(),
                            false);
            default ->
                    throw new IllegalArgumentException(
                            "`thresholds` must be a number or a list of numbers; got "
                                    + plain
                                    + ".");
        };
    }

    /// `count` thresholds from 0 to 1 at equal distances.
    static double[] even(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (double) i / (count - 1);
        }
        return values;
    }

    /// Whether thresholds go from 0 to 1 at equal distances.
    static boolean areEven(double... values) {
        if (values.length < 3) {
            return false;
        }
        double[] even = even(values.length);
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - even[i]) > EPSILON) {
                return false;
            }
        }
        return true;
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Object plain() {
        return single ? values.get(0) : new ArrayList<>(values);
    }
}
