package nacre.training;

import java.util.List;
import nacre.tensor.Tape;
import org.jspecify.annotations.Nullable;

/// Limits of gradients: by value, or by length, each by itself or all together.
record Clipping(@Nullable Double norm, @Nullable Double globalNorm, @Nullable Double value) {

    List<float[]> apply(List<float[]> gradients) {
        if (norm != null && norm > 0) {
            return gradients.stream().map(g -> shortened(g, length(List.of(g)), norm)).toList();
        }
        if (globalNorm != null && globalNorm > 0) {
            double length = length(gradients);
            return gradients.stream().map(g -> shortened(g, length, globalNorm)).toList();
        }
        if (value != null && value > 0) {
            return gradients.stream().map(g -> limited(g, value.floatValue())).toList();
        }
        return gradients;
    }

    static List<float[]> scaled(List<float[]> gradients, double factor) {
        return gradients.stream().map(g -> scaled(g, factor)).toList();
    }

    private static double length(List<float[]> gradients) {
        double sum = 0;
        for (float[] gradient : gradients) {
            for (float x : gradient) {
                sum += (double) x * x;
            }
        }
        return Math.sqrt(sum);
    }

    private static float[] shortened(float[] gradient, double length, double limit) {
        return length <= limit ? gradient : scaled(gradient, limit / length);
    }

    private static float[] scaled(float[] gradient, double factor) {
        float[] result = Tape.array(gradient.length);
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) (gradient[i] * factor);
        }
        return result;
    }

    private static float[] limited(float[] gradient, float limit) {
        float[] result = Tape.array(gradient.length);
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.clamp(gradient[i], -limit, limit);
        }
        return result;
    }
}
