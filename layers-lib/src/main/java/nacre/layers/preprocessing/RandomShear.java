package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Pushes the top and the bottom, or the sides, of images into opposite directions.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomShear().xFactor(0.3).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomShear](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_shear/).
public final class RandomShear extends GeometricAugmentation<RandomShear> {
    private Range xFactor = Range.of(0, 0);
    private Range yFactor = Range.of(0, 0);

    /// How far rows move per row, from `-factor` to `factor`; default 0.
    public RandomShear xFactor(double factor) {
        return xFactor(Range.of(factor));
    }

    /// How far rows move per row.
    public RandomShear xFactor(double low, double high) {
        return xFactor(Range.of(low, high));
    }

    RandomShear xFactor(Range range) {
        return set("xFactor", () -> xFactor = checked("xFactor", range));
    }

    /// How far columns move per column, from `-factor` to `factor`; default 0.
    public RandomShear yFactor(double factor) {
        return yFactor(Range.of(factor));
    }

    /// How far columns move per column.
    public RandomShear yFactor(double low, double high) {
        return yFactor(Range.of(low, high));
    }

    RandomShear yFactor(Range range) {
        return set("yFactor", () -> yFactor = checked("yFactor", range));
    }

    /// A symmetric range is what one number stands for, also when it comes back from a config.
    private static Range checked(String name, Range range) {
        return !range.single() && range.low() == -range.high()
                ? Range.of(range.high()).bothWays(name, 0, 1)
                : range.bothWays(name, 0, 1);
    }

    @Override
    float[][] places(Tensor x, RandomStream random) {
        float[] side = draw(x, random, Range.of(0, 1)).greater(0.5f).mul(-2).add(1).data();
        float[] ofY = draw(x, random, yFactor).data();
        float[] ofX = draw(x, random, xFactor).data();
        float[][] rows = new float[side.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {1, side[i] * ofX[i], 0, side[i] * ofY[i], 1, 0};
        }
        return rows;
    }
}
