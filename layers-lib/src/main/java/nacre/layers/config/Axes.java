package nacre.layers.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// One axis or several; a config tells `-1` from `[-1]`.
///
/// @param indexes the axes; negative ones count from the end
/// @param single whether it was given as one number
public record Axes(List<Integer> indexes, boolean single) implements Plain {
    /// One axis.
    public static Axes of(int axis) {
        return new Axes(List.of(axis), true);
    }

    /// Several axes; one alone is written as a number.
    public static Axes of(int... axes) {
        return new Axes(IntStream.of(axes).boxed().toList(), axes.length == 1);
    }

    /// Several axes, written as a list even if it is only one.
    public static Axes list(int... axes) {
        return new Axes(IntStream.of(axes).boxed().toList(), false);
    }

    /// Axes from a config: a number or a list of numbers.
    public static Axes of(Object plain) {
        return switch (plain) {
            case Axes axes -> axes;
            case Number axis -> of(whole(axis));
            case List<?> list -> list(list.stream().mapToInt(Axes::whole).toArray());
            default ->
                    throw new IllegalArgumentException(
                            "`axis` and `axes` are whole numbers, or lists of them; got "
                                    + plain
                                    + ".");
        };
    }

    private static int whole(@Nullable Object axis) {
        if (!(axis instanceof Number number) || number.doubleValue() != number.intValue()) {
            throw new IllegalArgumentException(
                    "`axis` and `axes` are whole numbers, or lists of them; got " + axis + ".");
        }
        return number.intValue();
    }

    /// The axes of a shape, counted from the front, in order, each once; `option` is named if one
    /// does not exist.
    public int[] in(Shape shape, String option) {
        for (int axis : indexes) {
            if (axis < -shape.rank() || axis >= shape.rank()) {
                throw new IllegalArgumentException(
                        "`"
                                + option
                                + "` is "
                                + plain()
                                + ", but inputs of shape "
                                + shape
                                + " have only axes "
                                + -shape.rank()
                                + " to "
                                + (shape.rank() - 1)
                                + ".");
            }
        }
        return indexes.stream().mapToInt(shape::axis).sorted().distinct().toArray();
    }

    /// The axes as they were given.
    public int[] toArray() {
        return indexes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Object plain() {
        return single ? indexes.get(0) : indexes;
    }

    @Override
    public String toString() {
        return single ? indexes.get(0).toString() : Arrays.toString(toArray());
    }
}
