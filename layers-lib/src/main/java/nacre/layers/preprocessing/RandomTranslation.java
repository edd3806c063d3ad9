package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Moves images up, down and to the sides.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomTranslation(0.1, 0.1).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomTranslation](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_translation/).
public final class RandomTranslation extends GeometricAugmentation<RandomTranslation> {
    private final Range heightFactor;
    private final Range widthFactor;

    /// By how much, as shares of height and width: from `-factor` to `factor`; positive is down and
    /// right.
    public RandomTranslation(double heightFactor, double widthFactor) {
        this(Range.of(heightFactor), Range.of(widthFactor));
    }

    /// By how much, as shares of height and width: each two numbers, the lowest and the highest.
    public RandomTranslation(double[] heightFactor, double[] widthFactor) {
        this(Range.of(heightFactor[0], heightFactor[1]), Range.of(widthFactor[0], widthFactor[1]));
    }

    RandomTranslation(Range heightFactor, Range widthFactor) {
        heightFactor.bothWays("heightFactor", -1, 1);
        widthFactor.bothWays("widthFactor", -1, 1);
        this.heightFactor = heightFactor;
        this.widthFactor = widthFactor;
    }

    @Override
    float[][] places(Tensor x, RandomStream random) {
        float[] down =
                draw(x, random, heightFactor.bothWays("heightFactor", -1, 1)).mul(x.dim(1)).data();
        float[] right =
                draw(x, random, widthFactor.bothWays("widthFactor", -1, 1)).mul(x.dim(2)).data();
        float[][] rows = new float[down.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {1, 0, -right[i], 0, 1, -down[i]};
        }
        return rows;
    }
}
