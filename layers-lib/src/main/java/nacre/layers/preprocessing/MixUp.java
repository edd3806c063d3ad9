package nacre.layers.preprocessing;

import nacre.layers.Arguments;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Mixes each image with another one of the batch, like two slides on top of each other.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`. Labels, as rows of
/// numbers, are mixed alike if they are given together with the images:
/// `mixUp.apply(Map.of("images", x, "labels", y))`.
///
/// ```java
/// new MixUp().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Zhang and others, mixup: beyond empirical risk minimization (2017); [Keras,
/// MixUp](https://keras.io/api/layers/preprocessing_layers/image_augmentation/mix_up/).
public final class MixUp extends Augmentation<MixUp> {
    private double alpha = 0.2;

    /// How evenly two images are mixed: small, mostly one of them (default 0.2); 1, any share
    /// alike.
    public MixUp alpha(double evenness) {
        Arguments.notNegative("alpha", evenness);
        return set("alpha", () -> alpha = evenness);
    }

    @Override
    Tensor labels(Tensor labels, Shape images, boolean training) {
        Shape shape = labels.shape();
        Shape asImages = Shape.of(shape.dim(0), 1, 1, shape.size() / shape.dim(0));
        return training ? vary(labels.reshape(asImages), random()).reshape(shape) : labels;
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        throw noBoxes();
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        var chance = new Chance(random);
        Tensor share = chance.betas(x.dim(0), alpha).reshape(x.dim(0), 1, 1, 1);
        Tensor other = x.take(chance.order(x.dim(0)), 0);
        return x.mul(share).add(other.mul(share.neg().add(1)));
    }
}
