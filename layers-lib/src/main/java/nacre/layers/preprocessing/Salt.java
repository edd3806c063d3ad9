package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.config.Plain;

/// Two secret numbers that make hashes unforeseeable.
///
/// @param first the first number
/// @param second the second number
record Salt(long first, long second) implements Plain {
    /// From a config: two numbers, or one that is used twice.
    public static Salt of(Object plain) {
        return switch (plain) {
            case Salt salt -> salt;
            case Number number -> new Salt(number.longValue(), number.longValue());
            case List<?> list when list.size() == 2 ->
                    new Salt(
                            ((Number) list.get(0)).longValue(), ((Number) list.get(1)).longValue());
            default ->
                    throw new IllegalArgumentException(
                            "`salt` must be one or two whole numbers; got " + plain + ".");
        };
    }

    long[] toArray() {
        return new long[] {first, second};
    }

    @Override
    public Object plain() {
        return List.of(first, second);
    }
}
