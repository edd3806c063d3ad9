package nacre.layers.preprocessing;

import nacre.tensor.Resampling;
import nacre.tensor.Tensor;

/// A part of images `(batch, height, width, channels)`; it may also go beyond their edges.
record Region(int top, int left, int height, int width) {

    /// The largest part in the middle that has the sides' ratio `height : width`.
    static Region ofRatio(Tensor x, int height, int width) {
        int h = Math.max(1, Math.min(x.dim(1), (int) ((double) (x.dim(2) * height) / width)));
        int w = Math.max(1, Math.min(x.dim(2), (int) ((double) (x.dim(1) * width) / height)));
        return new Region((x.dim(1) - h) / 2, (x.dim(2) - w) / 2, h, w);
    }

    /// All of the images and a border, so that the sides have the ratio `height : width`.
    static Region around(Tensor x, int height, int width) {
        int h = Math.max(x.dim(1), (int) ((double) (x.dim(2) * height) / width));
        int w = Math.max(x.dim(2), (int) ((double) (x.dim(1) * width) / height));
        int above = (h - x.dim(1)) / 2;
        int beside = above > 0 ? 0 : (w - x.dim(2)) / 2;
        return new Region(-above, -beside, x.dim(1) + 2 * above, x.dim(2) + 2 * beside);
    }

    /// The images' part; what lies beyond an edge has this value.
    Tensor of(Tensor x, float beyond) {
        if (top < 0 || left < 0) {
            return x.pad(new int[] {0, -top, -left, 0}, new int[] {0, -top, -left, 0}, beyond);
        }
        return x.slice(1, top, top + height).slice(2, left, left + width);
    }

    /// The images' part in another size; sides may be stretched.
    Tensor of(Tensor x, int newHeight, int newWidth, Resampling between) {
        Tensor part = of(x, 0);
        return newHeight == height && newWidth == width
                ? part
                : resize(part, newHeight, newWidth, between, false);
    }

    /// Images in another size; sides may be stretched.
    static Tensor resize(Tensor x, int height, int width, Resampling between, boolean antialias) {
        return x.resample(1, height, between, antialias).resample(2, width, between, antialias);
    }
}
