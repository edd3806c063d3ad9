package nacre.layers.preprocessing;

import nacre.tensor.Tensor;

/// A variation of colours, which must know in what range values lie.
public abstract class ColorAugmentation<S extends ColorAugmentation<S>> extends Augmentation<S> {
    private Range valueRange = Range.BYTES;

    /// The range that values lie in; default 0 to 255.
    public S valueRange(double low, double high) {
        return valueRange(Range.of(low, high));
    }

    S valueRange(Range range) {
        return set("valueRange", () -> valueRange = range);
    }

    /// Colours do not move.
    @Override
    Tensor masks(Tensor masks, boolean training) {
        return masks;
    }

    /// For layers that move pixels and change their colours.
    final UnsupportedOperationException noMasks() {
        return new UnsupportedOperationException(
                getClass().getSimpleName()
                        + " varies colours as well, so it cannot take segmentation masks along.");
    }

    final Range valueRange() {
        return valueRange;
    }

    /// Values brought back into their range.
    final Tensor clip(Tensor x) {
        return x.clip((float) valueRange.low(), (float) valueRange.high());
    }

    /// Values of their range as values from 0 to `top`.
    final Tensor from(Tensor x, float top) {
        return x.sub((float) valueRange.low()).div((float) valueRange.width()).mul(top);
    }

    /// Values from 0 to `top` as values of their range.
    final Tensor back(Tensor x, float top) {
        return x.div(top).mul((float) valueRange.width()).add((float) valueRange.low());
    }
}
