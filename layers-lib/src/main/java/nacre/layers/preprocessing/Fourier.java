package nacre.layers.preprocessing;

import java.util.Arrays;
import nacre.layers.weights.WindowFunction;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Short-time Fourier transforms, as products with a matrix of waves.
///
/// @param length of the transform, in samples
/// @param frame how many samples are looked at together, in the middle of `length`
/// @param window how a frame fades in and out; null: not at all
record Fourier(int length, int frame, @Nullable String window) {

    /// How strong each frequency is in each frame of `(…, samples)`: `(…, frames, frequencies)`.
    /// Frames are centred; at the ends the sound goes on as its mirror image.
    Tensor magnitudes(Tensor sound, int stride) {
        int samples = sound.shape().last();
        int frames = samples / stride + 1;
        float[] places = new float[frames * length];
        for (int i = 0; i < frames; i++) {
            for (int j = 0; j < length; j++) {
                int at = Math.abs(i * stride + j - length / 2);
                places[i * length + j] = at < samples ? at : 2 * (samples - 1) - at;
            }
        }
        Tensor pieces = sound.take(Tensor.of(places), -1);
        Tensor rows = pieces.reshape(sound.shape().with(-1, frames).insert(-1, length));
        return rows.matmul(waves(true)).square().add(rows.matmul(waves(false)).square()).sqrt();
    }

    private Tensor waves(boolean cosine) {
        double[] fade = new double[length];
        double[] inner = new double[frame];
        Arrays.fill(inner, 1);
        System.arraycopy(
                window == null ? inner : WindowFunction.of(window).weights(frame, true),
                0,
                fade,
                (length - frame) / 2,
                frame);
        int frequencies = length / 2 + 1;
        float[] waves = new float[length * frequencies];
        for (int t = 0; t < length; t++) {
            for (int f = 0; f < frequencies; f++) {
                double angle = 2 * Math.PI * ((long) t * f % length) / length;
                waves[t * frequencies + f] =
                        (float) (fade[t] * (cosine ? Math.cos(angle) : Math.sin(angle)));
            }
        }
        return Tensor.wrap(waves, Shape.of(length, frequencies));
    }
}
