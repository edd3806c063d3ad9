package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.config.NameChoices;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Mirrors half of the images.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomFlip("horizontal").outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomFlip](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_flip/).
public final class RandomFlip extends Augmentation<RandomFlip> {
    /// Which sides are exchanged.
    enum Mode {
        HORIZONTAL,
        VERTICAL,
        HORIZONTAL_AND_VERTICAL
    }

    private Mode mode = Mode.HORIZONTAL_AND_VERTICAL;

    /// Exchanges left and right and top and bottom at once, or neither.
    public RandomFlip() {}

    /// Exchanges sides: `horizontal`, `vertical` or `horizontal_and_vertical`.
    public RandomFlip(String mode) {
        this.mode = NameChoices.choose("mode", mode, Mode.values());
    }

    /// Which sides are exchanged: `horizontal`, `vertical` or `horizontal_and_vertical` (default,
    /// both at once).
    public RandomFlip mode(String name) {
        return set("mode", () -> mode = NameChoices.choose("mode", name, Mode.values()));
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor wide = mode == Mode.VERTICAL ? x : x.reverse(2);
        Tensor flipped = mode == Mode.HORIZONTAL ? wide : wide.reverse(1);
        return flipped.where(chosen(x, random), x);
    }

    private static Tensor chosen(Tensor x, RandomStream random) {
        return draw(x, random, Range.of(0, 1)).lessEqual(0.5f);
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        if (!training) {
            return edges;
        }
        List<Tensor> p = edges.split(4, -1);
        boolean wide = mode != Mode.VERTICAL;
        boolean tall = mode != Mode.HORIZONTAL;
        Tensor left = wide ? p.get(2).neg().add(images.dim(2)) : p.get(0);
        Tensor top = tall ? p.get(3).neg().add(images.dim(1)) : p.get(1);
        Tensor right = wide ? p.get(0).neg().add(images.dim(2)) : p.get(2);
        Tensor bottom = tall ? p.get(1).neg().add(images.dim(1)) : p.get(3);
        return Tensor.concat(List.of(left, top, right, bottom), -1)
                .where(chosen(Tensor.ghost(images), random()).squeeze(-1), edges);
    }
}
