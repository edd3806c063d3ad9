package nacre.layers.weights;

import nacre.layers.config.NameChoices;

/// Weights that let a piece of sound fade in and out, so that its cut ends are not heard as noise.
public enum WindowFunction {
    /// `(1 - cos) / 2`; the usual one.
    HANN(0.5, 0.5, 0),
    /// `0.54 - 0.46 cos`, which does not go down to 0.
    HAMMING(0.54, 0.46, 0),
    /// A narrower one: `0.42 - 0.5 cos + 0.08 cos 2`.
    BLACKMAN(0.42, 0.5, 0.08),
    /// No fading.
    BOXCAR(1, 0, 0);

    private final double constant;
    private final double first;
    private final double second;

    WindowFunction(double constant, double first, double second) {
        this.constant = constant;
        this.first = first;
        this.second = second;
    }

    /// The window by its name.
    public static WindowFunction of(String name) {
        return NameChoices.choose("window", name, values());
    }

    /// The weights of `length` samples; periodic ones fit together without a seam.
    public double[] weights(int length, boolean periodic) {
        double[] weights = new double[length];
        int period = periodic ? length : length - 1;
        for (int i = 0; i < length; i++) {
            double angle = period == 0 ? Math.PI : 2 * Math.PI * i / period;
            weights[i] =
                    length == 1
                            ? 1
                            : constant - first * Math.cos(angle) + second * Math.cos(2 * angle);
        }
        return weights;
    }
}
