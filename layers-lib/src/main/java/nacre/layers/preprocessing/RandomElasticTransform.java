package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Bends some images as if they were drawn on rubber.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomElasticTransform().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Simard and others, Best practices for convolutional neural networks (2003); [Keras,
/// RandomElasticTransform](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_elastic_transform/).
public final class RandomElasticTransform extends ColorAugmentation<RandomElasticTransform> {
    private Range factor = Range.of(0, 1);
    private Range scale = Range.of(0, 1);
    private Resampling interpolation = Resampling.BILINEAR;
    private FillMode fillMode = FillMode.REFLECT;
    private double fillValue;

    /// How likely an image is bent: drawn from 0 to `factor`; default 1.
    public RandomElasticTransform factor(double most) {
        return factor(Range.of(most));
    }

    /// How likely an image is bent: drawn from a range.
    public RandomElasticTransform factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandomElasticTransform factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// How strongly: drawn from 0 to `scale`; default 1.
    public RandomElasticTransform scale(double most) {
        return scale(Range.of(most));
    }

    /// How strongly: drawn from a range.
    public RandomElasticTransform scale(double low, double high) {
        return scale(Range.of(low, high));
    }

    RandomElasticTransform scale(Range range) {
        return set("scale", () -> scale = range.factor("scale", 0, 1));
    }

    /// How colours between pixels are found: `bilinear` (default) or `nearest`.
    public RandomElasticTransform interpolation(String name) {
        return set(
                "interpolation", () -> interpolation = GeometricAugmentation.interpolationOf(name));
    }

    /// What lies outside of an image: `reflect` (default), `wrap`, `constant`, `nearest` or
    /// `mirror`.
    public RandomElasticTransform fillMode(String name) {
        return set("fillMode", () -> fillMode = FillMode.of(name));
    }

    /// The colour outside of an image, for `fillMode("constant")`; default 0.
    public RandomElasticTransform fillValue(double value) {
        return set("fillValue", () -> fillValue = value);
    }

    @Override
    Tensor masks(Tensor masks, boolean training) {
        return training ? vary(masks, random()) : masks;
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        throw noBoxes();
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        if (scale.high() == 0 || factor.high() == 0) {
            return x;
        }
        double strength = random.uniform(Shape.SCALAR, scale.low(), scale.high()).item();
        double alpha = Math.max(x.dim(1), x.dim(2)) * 0.1 * strength;
        double sigma = Math.max(1e-6, Math.min(x.dim(1), x.dim(2)) * 0.05 * strength);
        Tensor right = shifts(x, alpha, sigma, random);
        Tensor down = shifts(x, alpha, sigma, random);
        Sampling.Source source =
                (i, px, py) ->
                        new double[] {px + right.get(i, py, px, 0), py + down.get(i, py, px, 0)};
        Tensor bent = new Sampling(interpolation, fillMode, (float) fillValue).sample(x, source);
        return clip(bent.where(chosen(x, random, factor), x));
    }

    /// How far each pixel moves: noise, smoothed so that neighbours move together.
    private static Tensor shifts(Tensor x, double alpha, double sigma, RandomStream random) {
        Tensor noise = random.normal(x.shape().with(3, 1), 0, sigma);
        int size = (int) (6 * sigma) | 1;
        return RandomGaussianBlur.blur(noise, size, size, sigma, sigma).mul((float) alpha);
    }
}
