package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Spreads the values of each channel so that all brightnesses are about equally frequent.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new Equalization().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// Equalization](https://keras.io/api/layers/preprocessing_layers/image_augmentation/equalization/).
public final class Equalization extends ColorAugmentation<Equalization> {
    private int bins = 256;

    /// How many brightnesses are told apart; default 256.
    public Equalization bins(int count) {
        positive("bins", count);
        return set("bins", () -> bins = count);
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        List<Tensor> channels = new ArrayList<>();
        for (Tensor channel : from(x, 255).split(x.dim(3), 3)) {
            channels.add(equalized(channel));
        }
        return back(Tensor.concat(channels, 3), 255);
    }

    private Tensor equalized(Tensor channel) {
        Tensor bin = channel.mul((bins - 1) / 255f).clip(0, bins - 1).floor();
        double[] below = new double[bins];
        for (float b : bin.toArray()) {
            below[(int) b]++;
        }
        Arrays.parallelPrefix(below, Double::sum);
        double first = Arrays.stream(below).filter(sum -> sum > 0).findFirst().orElse(0);
        double rest = below[bins - 1] - first;
        if (rest == 0) {
            return channel; // all of one brightness
        }
        float[] table = new float[bins];
        for (int i = 0; i < bins; i++) {
            table[i] = (float) Math.clamp(Math.rint((below[i] - first) * 255 / rest), 0, 255);
        }
        return Tensor.of(table).rows(bin);
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
