package nacre.tensor;

import java.util.Arrays;
import java.util.Locale;

/// A tensor that the memory of this process cannot hold; said before anything is computed.
public final class TooLarge extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// Fewer bytes than this are never asked about beforehand.
    private static final long SMALL = 1 << 24;

    private TooLarge(String what, double numbers) {
        super(
                String.format(
                        Locale.ROOT,
                        "%s: %,.0f numbers, %s; the heap of this process holds at most %s, and %s are in"
                                + " use. %s",
                        what,
                        numbers,
                        gigabytes(4 * numbers),
                        gigabytes(Runtime.getRuntime().maxMemory()),
                        gigabytes(used()),
                        advice(numbers)));
    }

    private static String advice(double numbers) {
        String smaller = "Use a smaller batch or smaller sizes";
        return numbers > Integer.MAX_VALUE
                ? smaller + "; no array holds more than 2,147,483,647 numbers."
                : smaller + ", or start Java with a larger heap, such as -Xmx8g.";
    }

    /// An array for `n` numbers, or a refusal if there is no room for it.
    static float[] floats(int n) {
        if (4L * n > SMALL && 4L * n > Runtime.getRuntime().maxMemory()) {
            throw new TooLarge("There is no room for an array", n);
        }
        try {
            return new float[n];
        } catch (OutOfMemoryError e) {
            throw new TooLarge("There is no room for an array", n);
        }
    }

    /// Refuses an operation whose result, or an array it makes on the way, the heap cannot hold,
    /// however empty it is.
    static void check(Op op, Shape result, Shape... in) {
        double numbers = 1;
        for (int axis = 0; axis < result.rank(); axis++) {
            numbers *= result.dim(axis);
        }
        if (isTooLarge(numbers)) {
            throw new TooLarge(of(op, in) + " makes " + result, numbers);
        }
        double inside = op.largest(in);
        if (isTooLarge(inside)) {
            throw new TooLarge(of(op, in) + " needs a large array inside", inside);
        }
    }

    private static boolean isTooLarge(double numbers) {
        return 4 * numbers > SMALL
                && (4 * numbers > Runtime.getRuntime().maxMemory() || numbers > Integer.MAX_VALUE);
    }

    private static String of(Op op, Shape... in) {
        String inputs = String.join(" and ", Arrays.stream(in).map(Shape::toString).toList());
        return name(op) + " of " + inputs;
    }

    private static String name(Op op) {
        return op.getClass().getSimpleName().replaceFirst("Op$", "");
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String gigabytes(double bytes) {
        double mega = bytes / (1 << 20);
        return mega < 1000
                ? String.format(Locale.ROOT, "%.0f MB", mega)
                : String.format(Locale.ROOT, "%,.1f GB", mega / 1024);
    }
}
