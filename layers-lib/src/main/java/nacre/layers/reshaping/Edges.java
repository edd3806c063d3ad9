package nacre.layers.reshaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nacre.layers.config.Plain;

/// How much to add or to cut at the start and the end of each axis.
///
/// @param pairs for each axis: at its start, at its end
public record Edges(List<List<Integer>> pairs) implements Plain {
    /// The same at both ends: one number for all axes, or one for each.
    static Edges same(String option, int axes, int... sizes) {
        if (sizes.length != 1 && sizes.length != axes) {
            throw wrong(option, axes, Arrays.toString(sizes));
        }
        var pairs = new ArrayList<List<Integer>>();
        for (int axis = 0; axis < axes; axis++) {
            int size = sizes[sizes.length == 1 ? 0 : axis];
            pairs.add(List.of(size, size));
        }
        return new Edges(pairs).checked(option, axes);
    }

    /// Start and end of each axis: `{{top, bottom}, {left, right}}`.
    static Edges of(String option, int axes, int[]... pairs) {
        var list = new ArrayList<List<Integer>>();
        for (int[] pair : pairs) {
            list.add(Arrays.stream(pair).boxed().toList());
        }
        return new Edges(list).checked(option, axes);
    }

    /// From a config: a number, a number for each axis, or a pair for each axis.
    public static Edges of(Object plain) {
        return switch (plain) {
            case Number size -> new Edges(List.of(List.of(size.intValue())));
            case List<?> list -> new Edges(list.stream().map(Edges::oneOrTwo).toList());
            default -> throw new ClassCastException("sizes from " + plain);
        };
    }

    private static List<Integer> oneOrTwo(Object item) {
        List<?> numbers = item instanceof List<?> pair && pair.size() == 2 ? pair : List.of(item);
        return numbers.stream().map(number -> ((Number) number).intValue()).toList();
    }

    /// These edges, with single numbers spread over both ends and over all axes; says so if they do
    /// not fit.
    Edges checked(String option, int axes) {
        boolean oneForAll = pairs.size() == 1 && pairs.get(0).size() == 1;
        if (axes == 1 && pairs.size() == 2 && pairs.stream().allMatch(pair -> pair.size() == 1)) {
            return new Edges(List.of(List.of(pairs.get(0).get(0), pairs.get(1).get(0))))
                    .checked(option, 1);
        }
        if (!oneForAll && pairs.size() != axes) {
            throw wrong(option, axes, pairs.toString());
        }
        var full = new ArrayList<List<Integer>>();
        for (int axis = 0; axis < axes; axis++) {
            List<Integer> pair = pairs.get(oneForAll ? 0 : axis);
            if (pair.isEmpty() || pair.size() > 2 || pair.stream().anyMatch(size -> size < 0)) {
                throw wrong(option, axes, pairs.toString());
            }
            full.add(List.of(pair.get(0), pair.getLast()));
        }
        return new Edges(full);
    }

    private static IllegalArgumentException wrong(String option, int axes, String got) {
        return new IllegalArgumentException(
                "`"
                        + option
                        + "` must be one number, 0 or more, "
                        + (axes == 1
                                ? "or two (start, end)"
                                : "or " + axes + ", or " + axes + " pairs (start, end)")
                        + "; got "
                        + got
                        + ".");
    }

    int start(int axis) {
        return pairs.get(axis).get(0);
    }

    int end(int axis) {
        return pairs.get(axis).get(1);
    }

    /// A pair for each axis; of a single axis just its pair.
    @Override
    public Object plain() {
        return pairs.size() == 1 ? pairs.get(0) : pairs;
    }
}
