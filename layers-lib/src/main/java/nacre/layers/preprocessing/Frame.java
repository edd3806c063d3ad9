package nacre.layers.preprocessing;

import nacre.tensor.Resampling;
import nacre.tensor.Tensor;

/// Cutting, padding and resizing of images `(batch, height, width, channels)`.
final class Frame {
    private Frame() {}

    /// The part that starts at a place.
    static Tensor cut(Tensor x, int top, int left, int height, int width) {
        return x.slice(1, top, top + height).slice(2, left, left + width);
    }

    /// Another size; sides may be stretched.
    static Tensor resize(Tensor x, int height, int width, Resampling method, boolean antialias) {
        return x.resample(1, height, method, antialias).resample(2, width, method, antialias);
    }

    /// The largest part in the middle that has the sides' ratio `height : width`.
    static Tensor cutToRatio(Tensor x, int height, int width) {
        int h = Math.max(1, Math.min(x.dim(1), (int) ((double) (x.dim(2) * height) / width)));
        int w = Math.max(1, Math.min(x.dim(2), (int) ((double) (x.dim(1) * width) / height)));
        return cut(x, (x.dim(1) - h) / 2, (x.dim(2) - w) / 2, h, w);
    }

    /// The images with a border of `value`, so that the sides have the ratio `height : width`.
    static Tensor padToRatio(Tensor x, int height, int width, float value) {
        int h = Math.max(x.dim(1), (int) ((double) (x.dim(2) * height) / width));
        int w = Math.max(x.dim(2), (int) ((double) (x.dim(1) * width) / height));
        int top = (h - x.dim(1)) / 2;
        int left = top > 0 ? 0 : (w - x.dim(2)) / 2;
        return x.pad(new int[] {0, top, left, 0}, new int[] {0, top, left, 0}, value);
    }
}
