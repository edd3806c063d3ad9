package nacre.layers;

import java.util.Arrays;

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

    /// The value, if it is 0 or more.
    public static double notNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be 0 or more; got " + value + ".");
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

    /// One positive number for each axis; a single one stands for all axes.
    public static int[] perAxis(String name, int axes, int... values) {
        for (int value : values) {
            if (value < 1) {
                throw axisError(name, axes, "positive whole numbers", values);
            }
        }
        return perAxis(name, axes, "positive whole numbers", values);
    }

    /// One number, 0 or more, for each axis; a single one stands for all axes.
    public static int[] perAxisOrZero(String name, int axes, int... values) {
        return perAxis(name, axes, "whole numbers, 0 or more", values);
    }

    private static int[] perAxis(String name, int axes, String kind, int... values) {
        int[] all = values.length == 1 ? new int[axes] : values.clone();
        if (values.length == 1) {
            Arrays.fill(all, values[0]);
        }
        if (all.length != axes || Arrays.stream(all).anyMatch(value -> value < 0)) {
            throw axisError(name, axes, kind, values);
        }
        return all;
    }

    private static IllegalArgumentException axisError(
            String name, int axes, String kind, int... values) {
        String wanted = axes == 1 ? "one number" : "one number or " + axes;
        return new IllegalArgumentException(
                "`"
                        + name
                        + "` must be "
                        + wanted
                        + " ("
                        + kind
                        + "); got "
                        + Arrays.toString(values)
                        + ".");
    }
}
