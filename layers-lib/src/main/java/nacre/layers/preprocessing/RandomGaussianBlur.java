package nacre.layers.preprocessing;

import java.util.Arrays;
import nacre.layers.Arguments;
import nacre.tensor.Padding;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;

/// Blurs some images.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomGaussianBlur().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomGaussianBlur](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_gaussian_blur/).
public final class RandomGaussianBlur extends ColorAugmentation<RandomGaussianBlur> {
    private Range factor = Range.of(0, 1);
    private int[] kernelSize = {3, 3};
    private Range sigma = Range.of(0, 1);

    /// How likely an image is blurred: drawn from 0 to `factor`; default 1.
    public RandomGaussianBlur factor(double most) {
        return factor(Range.of(most));
    }

    /// How likely an image is blurred: drawn from a range.
    public RandomGaussianBlur factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandomGaussianBlur factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// Over how many pixels is blurred, odd numbers; default 3.
    public RandomGaussianBlur kernelSize(int... sizes) {
        int[] both = Arguments.perAxis("kernelSize", 2, sizes);
        if (both[0] % 2 == 0 || both[1] % 2 == 0) {
            throw new IllegalArgumentException(
                    "`kernelSize` must be odd; got " + Arrays.toString(sizes) + ".");
        }
        return set("kernelSize", () -> kernelSize = both);
    }

    /// How wide the blur is: drawn from 0 to `sigma`; default 1.
    public RandomGaussianBlur sigma(double most) {
        return sigma(Range.of(most));
    }

    /// How wide the blur is: drawn from a range.
    public RandomGaussianBlur sigma(double low, double high) {
        return sigma(Range.of(low, high));
    }

    RandomGaussianBlur sigma(Range range) {
        return set("sigma", () -> sigma = range.factor("sigma", 0, 1));
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor widths = random.uniform(Shape.of(2), sigma.low(), sigma.high()).add(1e-6f);
        Tensor blurred = blur(x, kernelSize[0], kernelSize[1], widths.get(0), widths.get(1));
        return clip(blurred.where(chosen(x, random, factor), x));
    }

    /// Images smoothed by a bell curve over so many pixels in width and height.
    static Tensor blur(Tensor x, int wide, int tall, double sigmaX, double sigmaY) {
        Tensor kernel =
                bell(tall, sigmaY).expandDims(1).mul(bell(wide, sigmaX)).reshape(tall, wide, 1, 1);
        return x.depthwiseConv(kernel.repeat(x.dim(3), 2), Sliding.over(2, Padding.SAME));
    }

    private static Tensor bell(int size, double sigma) {
        Tensor way = Tensor.range(size).sub((size - 1) / 2f).div((float) sigma);
        Tensor bell = way.square().mul(-0.5f).exp();
        return bell.div(bell.sum());
    }
}
