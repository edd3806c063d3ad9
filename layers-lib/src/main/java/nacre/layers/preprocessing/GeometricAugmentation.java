package nacre.layers.preprocessing;

import nacre.tensor.Resampling;

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

    final Sampling sampling() {
        return new Sampling(interpolation, fillMode, (float) fillValue);
    }
}
