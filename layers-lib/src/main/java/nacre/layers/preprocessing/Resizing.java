package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;

import nacre.layers.Pass;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Brings images to one size: `(batch, any height, any width, channels) → (batch, height, width,
/// channels)`.
///
/// ```java
/// new Resizing(32, 48).outputShape(Shape.batch(100, 80, 3))   // (None, 32, 48, 3)
/// ```
///
/// Source: [Keras,
/// Resizing](https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/).
public final class Resizing extends ImageLayer<Resizing> {
    private final int height;
    private final int width;
    private Resampling interpolation = Resampling.BILINEAR;
    private boolean cropToAspectRatio;
    private boolean padToAspectRatio;
    private String fillMode = "constant";
    private double fillValue;
    private boolean antialias;

    /// Images of this height and width.
    public Resizing(int height, int width) {
        this.height = positive("height", height);
        this.width = positive("width", width);
    }

    /// How values between pixels are found: `bilinear` (default), `nearest`, `bicubic`, `lanczos3`,
    /// `lanczos5`.
    public Resizing interpolation(String name) {
        return set("interpolation", () -> interpolation = Resampling.of(name));
    }

    /// Whether images of another ratio of sides are cut so that nothing is stretched; default
    /// false.
    public Resizing cropToAspectRatio(boolean on) {
        checkOnlyOne(on, padToAspectRatio);
        return set("cropToAspectRatio", () -> cropToAspectRatio = on);
    }

    /// Whether images of another ratio of sides get a border so that nothing is stretched; default
    /// false.
    public Resizing padToAspectRatio(boolean on) {
        checkOnlyOne(on, cropToAspectRatio);
        return set("padToAspectRatio", () -> padToAspectRatio = on);
    }

    private static void checkOnlyOne(boolean crop, boolean pad) {
        if (crop && pad) {
            throw new IllegalArgumentException(
                    "Only one of `cropToAspectRatio` and `padToAspectRatio` can be on.");
        }
    }

    /// How a border is filled; only `constant` (default).
    public Resizing fillMode(String name) {
        if (!name.equals("constant")) {
            throw new IllegalArgumentException(
                    "`fillMode` must be \"constant\"; got \"" + name + "\".");
        }
        return set("fillMode", () -> fillMode = name);
    }

    /// What a border is filled with; default 0.
    public Resizing fillValue(double value) {
        return set("fillValue", () -> fillValue = value);
    }

    /// Whether a smaller image averages over all pixels it leaves out; default false.
    public Resizing antialias(boolean on) {
        return set("antialias", () -> antialias = on);
    }

    @Override
    Tensor images(Tensor x, Pass pass) {
        if (x.isGhost()) {
            return Tensor.ghost(x.shape().with(1, height).with(2, width));
        }
        return resized(x, interpolation);
    }

    @Override
    Tensor masks(Tensor masks, boolean training) {
        return resized(masks, Resampling.NEAREST);
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        return Boxes.cut(edges, images, part(Tensor.ghost(images)), height, width);
    }

    private Tensor resized(Tensor x, Resampling between) {
        Tensor part = part(x).of(x, (float) fillValue);
        return Region.resize(part, height, width, between, antialias);
    }

    private Region part(Tensor x) {
        return cropToAspectRatio
                ? Region.ofRatio(x, height, width)
                : padToAspectRatio
                        ? Region.around(x, height, width)
                        : new Region(0, 0, x.dim(1), x.dim(2));
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
