package nacre.layers;

import java.util.function.Supplier;
import nacre.tensor.Shape;

/// How many numbers weights may hold: what fits into memory, and while a model is made from a file,
/// no more than the file has values for.
public final class WeightLimit {
    private static final ScopedValue<WeightLimit> FILE = ScopedValue.newInstance();

    private final long all;
    private long left;

    private WeightLimit(long all) {
        this.all = all;
        this.left = all;
    }

    /// Does some work in which weights are made that are about to get the values of a file: so many
    /// numbers at most, and zeros until then.
    public static <T> T ofFile(long numbers, Supplier<T> work) {
        return ScopedValue.where(FILE, new WeightLimit(numbers)).call(work::get);
    }

    /// Whether first values need not be drawn.
    static boolean isBlank() {
        return FILE.isBound();
    }

    static void check(Layer layer, String weight, Shape shape) {
        double numbers = 1;
        for (int size : shape.dims()) {
            numbers *= size;
        }
        double fit =
                Math.min(
                        Integer.MAX_VALUE - 8.0,
                        Runtime.getRuntime().maxMemory() / (2.0 * Float.BYTES));
        if (numbers > fit) {
            throw new IllegalArgumentException(
                    "The weight `"
                            + weight
                            + "` of the layer \""
                            + layer.name()
                            + "\" would have the shape "
                            + shape
                            + ": more numbers than fit into memory.");
        }
        if (FILE.isBound()) {
            FILE.get().spend(layer, weight, shape, (long) numbers);
        }
    }

    private void spend(Layer layer, String weight, Shape shape, long numbers) {
        left -= numbers;
        if (left < 0) {
            throw new IllegalArgumentException(
                    "The weight `"
                            + weight
                            + "` of the layer \""
                            + layer.name()
                            + "\" should have the shape "
                            + shape
                            + ", but the file has only "
                            + all
                            + " numbers in all.");
        }
    }
}
