package nacre.layers.preprocessing;

import nacre.layers.Pass;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer that varies images at random while training, each image of a batch in its own way, so
/// that a network sees more than there is; at inference nothing happens.
public abstract class Augmentation<S extends Augmentation<S>> extends ImageLayer<S> {

    /// A variation of a batch of images, channels last.
    abstract Tensor vary(Tensor batch, RandomStream random);

    /// Called by itself, without a word about training, it varies: that is what it is for.
    @Override
    Tensor images(Tensor batch, Pass pass) {
        return batch.isGhost() || !pass.training(true) ? batch : vary(batch, pass.random());
    }

    /// Masks go where the pixels go; a layer that leaves those in their place says so.
    @Override
    Tensor masks(Tensor masks, boolean training) {
        return training ? vary(masks, random()) : masks;
    }

    /// One random number for each image, `(batch, 1, 1, 1)`.
    static Tensor draw(Tensor batch, RandomStream random, Range range) {
        return random.uniform(Shape.of(batch.dim(0), 1, 1, 1), range.low(), range.high());
    }

    /// 1 for images that are chosen, with a probability that is itself drawn from a range.
    static Tensor chosen(Tensor batch, RandomStream random, Range probability) {
        Tensor limit = draw(batch, random, probability);
        return draw(batch, random, Range.of(0, 1)).less(limit);
    }
}
