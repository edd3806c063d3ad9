package nacre.tensor;

import nacre.compute.Unary;
import org.jspecify.annotations.Nullable;

/// Windows that slide over sequences, images and volumes; channels last: `(batch, sizes…,
/// channels)`.
sealed interface Windows permits Tensor {

    /// Convolution: each result is the sum of a window times a kernel `(sizes…, channels / groups,
    /// filters)`.
    default Tensor conv(Tensor kernel, Sliding sliding) {
        return Op.apply(new WindowOps.Conv(sliding), (Tensor) this, kernel);
    }

    /// `f(this ∗ kernel + bias)` in one pass, what comes out of a convolutional layer; either may
    /// be missing.
    ///
    /// The plain twin is `conv(kernel, sliding).add(bias)` and then the function.
    default Tensor conv(Tensor kernel, Sliding sliding, @Nullable Tensor bias, @Nullable Unary f) {
        return LayerOps.apply(new LayerOps.Conv(sliding, f), (Tensor) this, kernel, bias);
    }

    /// `f(this ∗ kernel + bias)` and then the largest of each window of this size, windows side by
    /// side, in one pass: what lies between is never kept. Over one or two axes; `f` must grow with
    /// its argument, as relu does.
    ///
    /// The plain twin is `conv(kernel, sliding, bias, f)` and then `maxPool`.
    default Tensor convMaxPool(
            Tensor kernel, Sliding sliding, @Nullable Tensor bias, @Nullable Unary f, int... size) {
        var op = new LayerOps.ConvMaxPool(sliding, f, size);
        return LayerOps.apply(op, (Tensor) this, kernel, bias);
    }

    /// Convolution of each channel by itself, kernel `(sizes…, channels, multiplier)`.
    default Tensor depthwiseConv(Tensor kernel, Sliding sliding) {
        return Op.apply(new WindowOps.DepthwiseConv(sliding), (Tensor) this, kernel);
    }

    /// The way back of a convolution whose input had size `out`; kernel `(sizes…, filters,
    /// channels)`.
    default Tensor convTranspose(Tensor kernel, Sliding sliding, int... out) {
        return Op.apply(new WindowOps.ConvTranspose(sliding, out), (Tensor) this, kernel);
    }

    /// The largest value of each window, channel by channel.
    default Tensor maxPool(int[] size, Sliding sliding) {
        return Op.apply(new PoolOps.MaxPool(size, sliding), (Tensor) this);
    }

    /// The mean of each window, channel by channel; what lies outside does not count.
    default Tensor averagePool(int[] size, Sliding sliding) {
        return Op.apply(new PoolOps.AveragePool(size, sliding), (Tensor) this);
    }

    /// The largest value of each of `out` windows of about equal size.
    default Tensor adaptiveMaxPool(int... out) {
        return Op.apply(new PoolOps.AdaptiveMaxPool(out), (Tensor) this);
    }

    /// The mean of each of `out` windows of about equal size.
    default Tensor adaptiveAveragePool(int... out) {
        return Op.apply(new PoolOps.AdaptiveAveragePool(out), (Tensor) this);
    }
}
