package nacre.layers.weights;

import java.util.List;
import nacre.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// How many numbers meet in a neuron (`in`) and how many leave an input (`out`), read off a
/// kernel's shape.
///
/// Of a convolution each counts once for every place of the window.
record Fans(double in, double out) {
    static Fans of(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> new Fans(1, 1);
            case 1 -> new Fans(shape.dim(0), shape.dim(0));
            default -> {
                double window = shape.slice(0, shape.rank() - 2).size();
                yield new Fans(shape.dim(-2) * window, shape.dim(-1) * window);
            }
        };
    }

    /// With the axes named, where they are not those of a convolution.
    static Fans of(
            Shape shape, @Nullable List<Integer> inputAxes, @Nullable List<Integer> outputAxes) {
        return inputAxes == null || outputAxes == null
                ? of(shape)
                : new Fans(product(shape, inputAxes), product(shape, outputAxes));
    }

    private static double product(Shape shape, List<Integer> axes) {
        return axes.stream().mapToDouble(shape::dim).reduce(1, (a, b) -> a * b);
    }

    double mean() {
        return (in + out) / 2;
    }
}
