package nacre.layers.weights;

import java.util.Arrays;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Waves of rising frequency, cut out by a window: a convolution with them is a short-time Fourier
/// transform.
///
/// ```java
/// new STFT("imag").values(Shape.of(8, 1, 5), 1).shape()   // (8, 1, 5)
/// ```
///
/// Source: [Keras, STFT](https://keras.io/api/layers/initializers/).
///
/// @param side `real`: cosines, `imag`: sines
/// @param window how the waves fade in and out, such as `hann` (default); null: they do not
/// @param scaling `density` (default): divided by the root of the sum of squares of the window,
///   `spectrum`: by its sum
/// @param periodic whether windows fit together without a seam; default false
public record STFT(String side, @Nullable String window, @Nullable String scaling, boolean periodic)
        implements Initializer {
    public STFT {
        if (!side.equals("real") && !side.equals("imag")) {
            throw new IllegalArgumentException(
                    "`side` must be \"real\" or \"imag\"; got \"" + side + "\".");
        }
        if (scaling != null && !scaling.equals("density") && !scaling.equals("spectrum")) {
            throw new IllegalArgumentException(
                    "`scaling` must be \"density\" or \"spectrum\"; got \"" + scaling + "\".");
        }
        if (window != null) {
            WindowFunction.of(window);
        }
    }

    /// Waves in a Hann window.
    public STFT(String side) {
        this(side, "hann", "density", false);
    }

    /// Cosines in a Hann window.
    public STFT() {
        this("real");
    }

    /// Values of shape `(samples, 1, frequencies)`.
    @Override
    public Tensor values(Shape shape, long seed) {
        int samples = shape.dim(0);
        int frequencies = shape.dim(2);
        double[] fade =
                window == null
                        ? new double[0]
                        : WindowFunction.of(window).weights(samples, periodic);
        double scale = window == null ? 1 : scale(fade);
        float[] waves = new float[samples * frequencies];
        for (int t = 0; t < samples; t++) {
            for (int f = 0; f < frequencies; f++) {
                double angle = -Math.PI * t * f / (frequencies - 1);
                double wave = side.equals("real") ? Math.cos(angle) : Math.sin(angle);
                waves[t * frequencies + f] =
                        (float) (wave * (window == null ? 1 : fade[t]) / scale);
            }
        }
        return Tensor.wrap(waves, shape);
    }

    private double scale(double... fade) {
        if (scaling == null) {
            return 1;
        }
        return scaling.equals("density")
                ? Math.sqrt(Arrays.stream(fade).map(w -> w * w).sum())
                : Arrays.stream(fade).map(Math::abs).sum();
    }
}
