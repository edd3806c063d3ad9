package nacre.tensor;

import java.util.Locale;

/// What a sliding window meets at the border.
public enum Padding {
    /// Nothing is added: the window stays inside.
    VALID,
    /// Zeros around, so that with stride 1 the size stays the same.
    SAME,
    /// Zeros in front only, so that no result looks ahead; for sequences.
    CAUSAL;

    /// The padding by Keras's name: `valid`, `same` or `causal`.
    public static Padding of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "valid" -> VALID;
            case "same" -> SAME;
            case "causal" -> CAUSAL;
            default ->
                    throw new IllegalArgumentException(
                            "`padding` must be \"valid\", \"same\" or \"causal\"; got \""
                                    + name
                                    + "\".");
        };
    }

    /// The padding by Keras's name, for windows that cannot look only back: `valid` or `same`.
    public static Padding sameOrValid(String name) {
        if (name.equalsIgnoreCase("valid")) {
            return VALID;
        }
        if (name.equalsIgnoreCase("same")) {
            return SAME;
        }
        throw new IllegalArgumentException(
                "`padding` must be \"valid\" or \"same\"; got \"" + name + "\".");
    }

    /// Zeros in front of an axis of size `in` for a window that covers `reach` places and moves by
    /// `stride`.
    int before(int in, int reach, int stride) {
        return switch (this) {
            case VALID -> 0;
            case SAME -> Math.max((out(in, reach, stride) - 1) * stride + reach - in, 0) / 2;
            case CAUSAL -> reach - 1;
        };
    }

    /// How many places the window takes along an axis of size `in`.
    int out(int in, int reach, int stride) {
        if (in == Shape.NONE) {
            return Shape.NONE;
        }
        return switch (this) {
            case VALID -> Math.max(0, Math.floorDiv(in - reach, stride) + 1);
            case SAME, CAUSAL -> (in + stride - 1) / stride;
        };
    }
}
