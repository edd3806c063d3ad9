package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.config.Plain;

/// A range that something random is drawn from, or that values lie in.
///
/// @param low the smallest value
/// @param high the largest value
/// @param single whether it was given as one number, `high`
record Range(double low, double high, boolean single) implements Plain {
    static final Range BYTES = of(0, 255);

    static Range of(double low, double high) {
        return new Range(Math.min(low, high), Math.max(low, high), false);
    }

    static Range of(double number) {
        return new Range(number, number, true);
    }

    /// From a config: a number, or a list of two.
    public static Range of(Object plain) {
        return switch (plain) {
            case Range range -> range;
            case Number number -> of(number.doubleValue());
            case List<?> list when list.size() == 2 ->
                    of(((Number) list.get(0)).doubleValue(), ((Number) list.get(1)).doubleValue());
            default ->
                    throw new IllegalArgumentException(
                            "A range is one number or a list of two; got " + plain + ".");
        };
    }

    /// What a factor means: one number `f` stands for `-f` to `f`, as far as that is allowed.
    Range factor(String name, double lowest, double highest) {
        if (single ? high < lowest || high > highest : low > highest || high < lowest) {
            throw bounds(name, lowest, highest);
        }
        return single ? of(Math.max(0 - Math.abs(high), lowest), Math.abs(high)) : this;
    }

    /// The same where both numbers must be allowed, and one number `f` always stands for `-f` to
    /// `f`.
    Range bothWays(String name, double lowest, double highest) {
        if (low < lowest || high > highest) {
            throw bounds(name, lowest, highest);
        }
        return single ? of(0 - Math.abs(high), Math.abs(high)) : this; // 0 - 0 is 0, not -0
    }

    private IllegalArgumentException bounds(String name, double lowest, double highest) {
        return new IllegalArgumentException(
                "`"
                        + name
                        + "` must be a number, or two, between "
                        + lowest
                        + " and "
                        + highest
                        + "; got "
                        + plain()
                        + ".");
    }

    double width() {
        return high - low;
    }

    @Override
    public Object plain() {
        return single ? high : List.of(low, high);
    }
}
