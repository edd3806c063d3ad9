package nacre.tensor;

/// How the values between samples are found when data get another size: each new value is a
/// weighted sum of old ones.
///
/// Samples sit in the middle of their cells, so sizes change without a shift.
public enum Resampling {
    /// The nearest old value.
    NEAREST(0),
    /// A straight line between neighbours.
    BILINEAR(1),
    /// A smooth curve through four neighbours (Keys, a = -0.5).
    BICUBIC(2),
    /// A windowed sinc over six neighbours.
    LANCZOS3(3),
    /// A windowed sinc over ten neighbours.
    LANCZOS5(5);

    private final int radius;

    Resampling(int radius) {
        this.radius = radius;
    }

    /// The method by Keras's name.
    public static Resampling of(String name) {
        for (Resampling method : values()) {
            if (method.name().equalsIgnoreCase(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(
                "`interpolation` must be \"nearest\", \"bilinear\", \"bicubic\", \"lanczos3\" or \"lanczos5\"; got \""
                        + name
                        + "\".");
    }

    /// The matrix `(to, from)` of weights; with `antialias`, a smaller size averages over all that
    /// it leaves out.
    Tensor matrix(int from, int to, boolean antialias) {
        var shape = Shape.of(to, from);
        float[] weights = TooLarge.floats(shape.size());
        double step = (double) from / to;
        double stretch = antialias ? Math.max(1, step) : 1;
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * step - 0.5;
            if (this == NEAREST) {
                weights[i * from + Math.min(from - 1, (int) Math.floor((i + 0.5) * step))] = 1;
                continue;
            }
            int low = Math.max(0, (int) Math.ceil(centre - radius * stretch));
            int high = Math.min(from - 1, (int) Math.floor(centre + radius * stretch));
            double sum = 0;
            for (int j = low; j <= high; j++) {
                sum += weight(Math.abs(centre - j) / stretch);
            }
            for (int j = low; j <= high; j++) { // what lies outside does not count
                weights[i * from + j] = (float) (weight(Math.abs(centre - j) / stretch) / sum);
            }
        }
        return Tensor.wrap(weights, shape);
    }

    /// The weight of a sample at this distance.
    private double weight(double distance) {
        return switch (this) {
            case NEAREST -> distance <= 0.5 ? 1 : 0;
            case BILINEAR -> Math.max(0, 1 - distance);
            case BICUBIC -> {
                double d = distance;
                if (d >= 2) {
                    yield 0;
                }
                yield d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
            }
            case LANCZOS3, LANCZOS5 ->
                    distance > radius ? 0 : sinc(distance) * sinc(distance / radius);
        };
    }

    private static double sinc(double x) {
        return x < 1e-8 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
