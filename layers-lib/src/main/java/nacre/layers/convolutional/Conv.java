package nacre.layers.convolutional;

import static nacre.layers.Arguments.positive;

import nacre.compute.Unary;
import nacre.layers.Layer;
import nacre.layers.pooling.MaxPooling1D;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.pooling.Pooling;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A convolution in any number of dimensions: each result is a window of the input times the
/// kernel, summed up.
public abstract class Conv<S extends Conv<S>> extends KernelConvolution<S> {
    private int groups = 1;

    Conv(int axes, int filters, int... kernelSize) {
        super(axes, filters, kernelSize);
    }

    /// Into how many parts the channels fall, each with filters of its own; default 1. Must divide
    /// the channels and the filters.
    public S groups(int parts) {
        positive("groups", parts);
        if (filters() % parts != 0) {
            throw new IllegalArgumentException(
                    "`groups` must divide `filters`; got groups "
                            + parts
                            + " and filters "
                            + filters()
                            + ".");
        }
        return set("groups", () -> groups = parts);
    }

    @Override
    void build(int channels) {
        if (channels % groups != 0) {
            throw new IllegalArgumentException(
                    "`groups` must divide the channels of the input; got groups "
                            + groups
                            + " and "
                            + channels
                            + " channels.");
        }
        buildKernel(kernelShape(channels / groups, filters()));
    }

    @Override
    Tensor convolve(Tensor x) {
        return x.conv(kernel(), sliding(groups));
    }

    @Override
    final Tensor layer(Tensor x) {
        return finish((bias, f) -> x.conv(kernel(), sliding(groups), bias, f));
    }

    /// A max pooling can take each piece of the result at once, while it is in the cache.
    @Override
    protected @Nullable Tensor callWith(Layer next, Tensor x) {
        boolean max = next instanceof MaxPooling1D || next instanceof MaxPooling2D;
        return max && next instanceof Pooling<?> pool && pool.isTiling() && isChannelsLast()
                ? finishRising((bias, f) -> pooled(x, bias, f, pool.poolSize()))
                : null;
    }

    private Tensor pooled(Tensor x, @Nullable Tensor bias, @Nullable Unary f, int... size) {
        return x.convMaxPool(kernel(), sliding(groups), bias, f, size);
    }

    @Override
    boolean allowsCausal() {
        return axes() == 1;
    }
}
