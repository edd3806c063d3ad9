package nacre.layers;

/// Checks of constructor arguments, with errors that name the argument.
public final class Arguments {
    private Arguments() {}

    /// The value, if it is 1 or more.
    public static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be a positive whole number; got " + value + ".");
        }
        return value;
    }

    /// The value, if it is a share: between 0 and 1.
    public static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be a share between 0 and 1; got " + value + ".");
        }
        return value;
    }
}
