package nacre.layers.preprocessing;

import java.util.Arrays;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Erases a rectangle of some images, so that a network does not rely on any one part.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomErasing().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Zhong and others, Random erasing data augmentation (2017); [Keras,
/// RandomErasing](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_erasing/).
public final class RandomErasing extends ColorAugmentation<RandomErasing> {
    private Range factor = Range.of(0, 1);
    private Range scale = Range.of(0.02, 0.33);
    private @Nullable Tensor fillValue;

    /// How likely a rectangle is erased: drawn from 0 to `factor`; default 1.
    public RandomErasing factor(double most) {
        return factor(Range.of(most));
    }

    /// How likely a rectangle is erased: drawn from a range.
    public RandomErasing factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandomErasing factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// How large a rectangle is, as a share of the image: from 0 to `scale`.
    public RandomErasing scale(double most) {
        return scale(Range.of(most));
    }

    /// How large a rectangle is, as a share of the image; default 0.02 to 0.33.
    public RandomErasing scale(double low, double high) {
        return scale(Range.of(low, high));
    }

    RandomErasing scale(Range range) {
        return set("scale", () -> scale = range.factor("scale", 0, 1));
    }

    /// The colour of a rectangle: one number, or one for each of three channels; default noise.
    public RandomErasing fillValue(double... numbers) {
        if (numbers.length != 1 && numbers.length != 3) {
            throw new IllegalArgumentException(
                    "`fillValue` must be one number, or three for red, green and blue; got "
                            + Arrays.toString(numbers)
                            + ".");
        }
        return set(
                "fillValue",
                () ->
                        fillValue =
                                numbers.length == 1
                                        ? Tensor.of((float) numbers[0])
                                        : Tensor.of(numbers));
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Shape each = Shape.of(x.dim(0));
        Tensor tall = random.uniform(each, scale.low(), scale.high()).sqrt();
        Tensor wide = random.uniform(each, scale.low(), scale.high()).sqrt();
        Tensor erased = Boxes.masks(x, tall, wide, random).mul(chosen(x, random, factor));
        Tensor fill =
                fillValue == null ? random.normal(x.shape(), 0, valueRange().high()) : fillValue;
        return clip(fill).where(erased, x);
    }
}
