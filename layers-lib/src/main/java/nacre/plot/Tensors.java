package nacre.plot;

import java.util.Arrays;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Brings tensors into the arrays that pictures are made of.
final class Tensors {
    private Tensors() {}

    /// All numbers, in their order.
    static double[] flat(Tensor tensor) {
        return Numbers.of(tensor.data());
    }

    /// A table: the last axis runs to the right, all others down.
    static double[][] table(Tensor tensor) {
        int columns = tensor.rank() == 0 ? 1 : Math.max(1, tensor.shape().last());
        var rows = new double[tensor.size() / columns][columns];
        float[] data = tensor.data();
        for (int i = 0; i < rows.length * columns; i++) {
            rows[i / columns][i % columns] = data[i];
        }
        return rows;
    }

    /// Images: `(n, height, width)`, or `(n, height, width, channels)` with one after the other for
    /// each channel, or one image `(height, width)`.
    static double[][][] images(Tensor tensor) {
        Shape shape = tensor.shape();
        return switch (tensor.rank()) {
            case 2 -> new double[][][] {table(tensor)};
            case 3 -> images(tensor, 1);
            case 4 -> images(tensor, shape.last());
            default ->
                    throw new IllegalArgumentException(
                            "images have the shape (height, width), (n, height, width) or"
                                    + " (n, height, width, channels); got "
                                    + shape);
        };
    }

    private static double[][][] images(Tensor tensor, int channels) {
        int height = tensor.dim(1);
        int width = tensor.dim(2);
        float[] data = tensor.data();
        var images = new double[tensor.dim(0) * channels][height][width];
        for (int i = 0; i < images.length; i++) {
            int first = i / channels * height * width * channels + i % channels;
            for (int pixel = 0; pixel < height * width; pixel++) {
                images[i][pixel / width][pixel % width] = data[first + pixel * channels];
            }
        }
        return images;
    }

    /// Classes: numbers `(n,)` or `(n, 1)`, or one column for each class `(n, classes)`.
    static int[] classes(Tensor y) {
        double[][] rows = y.rank() == 1 ? table(y.expandDims(1)) : table(y);
        return Arrays.stream(rows)
                .mapToInt(row -> row.length == 1 ? (int) Math.round(row[0]) : largest(row))
                .toArray();
    }

    private static int largest(double[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }
}
