package nacre.layers.preprocessing;

import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Pitch as an ear hears it: `mel = 1127 ln(1 + Hertz / 700)`.
final class MelScale {
    private MelScale() {}

    static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }

    /// A matrix `(frequencies, bands)`: each band is a triangle over the frequencies, evenly spaced
    /// in mel.
    static Tensor matrix(
            int bands, int frequencies, double samplingRate, double lowest, double highest) {
        float[] weights = new float[frequencies * bands];
        double low = mel(lowest);
        double step = (mel(highest) - low) / (bands + 1);
        for (int f = 1; f < frequencies; f++) { // the first frequency, 0 Hertz, is no sound
            double pitch = mel(samplingRate / 2 * f / (frequencies - 1));
            for (int band = 0; band < bands; band++) {
                double rising = (pitch - (low + band * step)) / step;
                double falling = (low + (band + 2) * step - pitch) / step;
                weights[f * bands + band] = (float) Math.max(0, Math.min(rising, falling));
            }
        }
        return Tensor.wrap(weights, Shape.of(frequencies, bands));
    }
}
