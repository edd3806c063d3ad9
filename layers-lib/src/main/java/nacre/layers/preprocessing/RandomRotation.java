package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Tensor;

/// Turns images around their middle.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomRotation(0.1).outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomRotation](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_rotation/).
public final class RandomRotation extends GeometricAugmentation<RandomRotation> {
    private final Range factor;

    /// By how much, as a share of a full turn: from `-factor` to `factor`; positive is
    /// counter-clockwise.
    public RandomRotation(double factor) {
        this(Range.of(factor));
    }

    /// By how much, as a share of a full turn.
    public RandomRotation(double low, double high) {
        this(Range.of(low, high));
    }

    RandomRotation(Range factor) {
        this.factor = factor.factor("factor", -1, 1);
    }

    @Override
    float[][] places(Tensor x, RandomStream random) {
        Range degrees = Range.of(factor.low() * 360, factor.high() * 360);
        float[] angles = draw(x, random, degrees).mul((float) (Math.PI / 180)).data();
        float cx = (x.dim(2) - 1) / 2f;
        float cy = (x.dim(1) - 1) / 2f;
        float[][] rows = new float[angles.length][];
        for (int i = 0; i < rows.length; i++) {
            float cos = (float) Math.cos(angles[i]);
            float sin = (float) Math.sin(angles[i]);
            rows[i] =
                    new float[] {
                        cos, -sin, cx - cx * cos - cy * -sin, sin, cos, cy - cx * sin - cy * cos
                    };
        }
        return rows;
    }
}
