package nacre.layers.convolutional;

import static nacre.layers.Arguments.perAxisOrZero;

import java.util.Arrays;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A convolution backwards, from what comes out to what went in: it makes data larger.
///
/// Along an axis of size `n` with kernel size `k` and stride `s` the result has size `n · s` for
/// padding `same` and `(n - 1) · s + max(k, s)` for `valid`.
public abstract class ConvTranspose<S extends ConvTranspose<S>> extends KernelConvolution<S> {
    private int @Nullable [] outputPadding;

    ConvTranspose(int axes, int filters, int... kernelSize) {
        super(axes, filters, kernelSize);
    }

    /// How much longer the result is than `(n - 1) · s + k` (padding `valid`) or `(n - 1) · s + k
    /// mod 2` (`same`); must be less than the stride, so set `strides` first. Default: chosen so
    /// that the sizes above come out.
    public S outputPadding(int... sizes) {
        int[] extra = perAxisOrZero("outputPadding", axes(), sizes);
        for (int axis = 0; axis < axes(); axis++) {
            if (extra[axis] >= strides()[axis]) {
                throw new IllegalArgumentException(
                        "`outputPadding` must be less than `strides`; got outputPadding "
                                + Arrays.toString(extra)
                                + " and strides "
                                + Arrays.toString(strides())
                                + ".");
            }
        }
        return set("outputPadding", () -> outputPadding = extra);
    }

    @Override
    void build(int channels) {
        buildKernel(kernelShape(filters(), channels));
    }

    @Override
    Tensor convolve(Tensor x) {
        int[] out = new int[axes()];
        for (int axis = 0; axis < out.length; axis++) {
            out[axis] = size(axis, x.dim(axis + 1));
        }
        boolean unknown = Arrays.stream(out).anyMatch(size -> size == Shape.NONE);
        return outputPadding == null || padding() == Padding.VALID || unknown
                ? x.convTranspose(kernel(), sliding(1), out)
                : cut(x, outputPadding, out);
    }

    /// The size of the result along an axis of size `n`.
    private int size(int axis, int n) {
        if (n == Shape.NONE) {
            return Shape.NONE;
        }
        int kernel = reach(axis);
        int stride = strides()[axis];
        boolean same = padding() == Padding.SAME;
        if (outputPadding == null) {
            return same ? n * stride : (n - 1) * stride + Math.max(kernel, stride);
        }
        return (n - 1) * stride + (same ? kernel % 2 : kernel) + outputPadding[axis];
    }

    /// With a padding of one's own the result need not be one that a convolution can start from: so
    /// the whole result is made, and the part wanted is cut out.
    private Tensor cut(Tensor x, int[] extra, int... out) {
        int[] before = new int[axes()];
        int[] whole = new int[axes()];
        for (int axis = 0; axis < out.length; axis++) {
            int kernel = reach(axis);
            before[axis] = Math.max(0, (kernel - kernel % 2 - extra[axis]) / 2);
            whole[axis] =
                    Math.max(
                            (x.dim(axis + 1) - 1) * strides()[axis] + kernel,
                            before[axis] + out[axis]);
        }
        Tensor result =
                x.convTranspose(
                        kernel(), new Sliding(strides(), Padding.VALID, dilationRate(), 1), whole);
        for (int axis = 0; axis < out.length; axis++) {
            result = result.slice(axis + 1, before[axis], before[axis] + out[axis]);
        }
        return result;
    }

    private int reach(int axis) {
        return (kernelSize()[axis] - 1) * dilationRate()[axis] + 1;
    }
}
