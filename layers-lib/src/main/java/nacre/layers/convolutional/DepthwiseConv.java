package nacre.layers.convolutional;

import nacre.tensor.Tensor;

/// A convolution of each channel by itself, in any number of dimensions.
public abstract class DepthwiseConv<S extends DepthwiseConv<S>> extends DepthwiseKernel<S> {
    DepthwiseConv(int axes, int... kernelSize) {
        super(axes, kernelSize);
    }

    @Override
    void build(int channels) {
        buildDepthwise("kernel", channels);
        buildBias(channels * depthMultiplier());
    }

    @Override
    Tensor convolve(Tensor x) {
        return eachChannel(x);
    }

    @Override
    boolean allowsStridesWithDilation() {
        return true;
    }
}
