package nacre.layers.preprocessing;

import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A variation that moves pixels, which must know how to find colours between pixels and outside of
/// an image.
public abstract class GeometricAugmentation<S extends GeometricAugmentation<S>>
        extends Augmentation<S> {
    private FillMode fillMode = FillMode.REFLECT;
    private Resampling interpolation = Resampling.BILINEAR;
    private double fillValue;

    /// What lies outside of an image: `reflect` (default, its mirror image), `wrap`, `constant` or
    /// `nearest`.
    public S fillMode(String name) {
        return set("fillMode", () -> fillMode = FillMode.of(name));
    }

    /// How colours between pixels are found: `bilinear` (default) or `nearest`.
    public S interpolation(String name) {
        return set("interpolation", () -> interpolation = interpolationOf(name));
    }

    static Resampling interpolationOf(String name) {
        return switch (name) {
            case "bilinear" -> Resampling.BILINEAR;
            case "nearest" -> Resampling.NEAREST;
            default ->
                    throw new IllegalArgumentException(
                            "`interpolation` must be \"bilinear\" or \"nearest\"; got \""
                                    + name
                                    + "\".");
        };
    }

    /// The colour outside of an image, for `fillMode("constant")`; default 0.
    public S fillValue(double value) {
        return set("fillValue", () -> fillValue = value);
    }

    /// For each image a row `a … f`: pixel `(x, y)` comes from `(a·x + b·y + c, d·x + e·y + f)`.
    abstract float[][] places(Tensor batch, RandomStream random);

    @Override
    final Tensor vary(Tensor x, RandomStream random) {
        return new Sampling(interpolation, fillMode, (float) fillValue)
                .affine(x, places(x, random));
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        return training
                ? Boxes.moved(edges, places(Tensor.ghost(images), random()), images)
                : edges;
    }
}
