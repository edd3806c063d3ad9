package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Shows more or less of images: positive factors zoom out, negative ones zoom in.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomZoom(0.2).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomZoom](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_zoom/).
public final class RandomZoom extends GeometricAugmentation<RandomZoom> {
    private final Range heightFactor;
    private @Nullable Range widthFactor;

    /// By how much, as a share of the size: from `-factor` to `factor`.
    public RandomZoom(double heightFactor) {
        this(Range.of(heightFactor));
    }

    /// By how much, as a share of the size.
    public RandomZoom(double low, double high) {
        this(Range.of(low, high));
    }

    private RandomZoom(Range heightFactor) {
        heightFactor.bothWays("heightFactor", Math.nextUp(-1.0), 1);
        this.heightFactor = heightFactor;
    }

    /// By how much in width, from `-factor` to `factor`; default as in height, so that nothing is
    /// stretched.
    public RandomZoom widthFactor(double factor) {
        return widthFactor(Range.of(factor));
    }

    /// By how much in width.
    public RandomZoom widthFactor(double low, double high) {
        return widthFactor(Range.of(low, high));
    }

    RandomZoom widthFactor(Range range) {
        range.bothWays("widthFactor", Math.nextUp(-1.0), 1);
        return set("widthFactor", () -> widthFactor = range);
    }

    @Override
    float[][] places(Tensor x, RandomStream random) {
        float[] tall = draw(x, random, heightFactor.bothWays("heightFactor", -1, 1)).add(1).data();
        float[] wide =
                widthFactor == null
                        ? tall
                        : draw(x, random, widthFactor.bothWays("widthFactor", -1, 1)).add(1).data();
        float[][] rows = new float[tall.length][];
        for (int i = 0; i < rows.length; i++) {
            float left = (x.dim(2) - 1) / 2f * (1 - wide[i]);
            float top = (x.dim(1) - 1) / 2f * (1 - tall[i]);
            rows[i] = new float[] {wide[i], 0, left, 0, tall[i], top};
        }
        return rows;
    }
}
