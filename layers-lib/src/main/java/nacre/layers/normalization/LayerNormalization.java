package nacre.layers.normalization;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.config.Axes;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Brings the numbers of each sample to mean 0 and deviation 1, whatever the rest of the batch
/// looks like.
///
/// `(x - mean) / √(variance + epsilon) · gamma + beta` along `axis`, of each sample (or step) by
/// itself. `(…) → (…)`
///
/// ```java
/// new LayerNormalization().epsilon(0).apply(Tensor.of(new float[][] {{1, 3}}))   // [[-1, 1]]
/// ```
///
/// Source: Ba and others, Layer normalization (2016); [Keras,
/// LayerNormalization](https://keras.io/api/layers/normalization_layers/layer_normalization/).
public final class LayerNormalization extends ScaleAndCentre<LayerNormalization> {
    private Axes axis = Axes.list(-1);
    private boolean rmsScaling;

    /// Along the last axis.
    public LayerNormalization() {}

    /// Along these axes.
    public LayerNormalization(int... axis) {
        this(Axes.list(axis));
    }

    LayerNormalization(Axes axis) {
        this.axis = Axes.list(axis.toArray());
    }

    /// Along which axes; default the last.
    public LayerNormalization axis(int... axes) {
        return set("axis", () -> axis = Axes.list(axes));
    }

    /// Whether to divide by the deviation only, without taking the mean away and without beta;
    /// default false.
    public LayerNormalization rmsScaling(boolean on) {
        return set("rmsScaling", () -> rmsScaling = on);
    }

    @Override
    protected void check(List<Shape> inputs) {
        sameAsBuilt(inputs.get(0), axis.in(inputs.get(0), "axis"));
    }

    @Override
    protected void build(Shape in) {
        Shape shape = Shape.of(IntStream.of(axis.toArray()).map(in::dim).toArray());
        if (rmsScaling) {
            buildScale(shape, true, false);
        } else {
            buildScale(shape);
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        int[] axes = axis.in(x.shape(), "axis");
        if (!rmsScaling && !x.isGhost() && areLast(x.rank(), axes)) {
            int n = x.shape().slice(axes[0], x.rank()).size();
            return normalize(x, x.shape().slice(0, axes[0]).size(), 1, n, n).result();
        }
        Tensor variance = x.varianceKeep(axes);
        Shape stretching = stretching(x.shape(), axes);
        return rmsScaling
                ? scaleAndCentre(x.mul(variance.add(epsilon()).rsqrt()), stretching)
                : normalize(x, x.meanKeep(axes), variance, stretching);
    }

    /// Whether these axes, in rising order, are the last of `rank`.
    static boolean areLast(int rank, int... axes) {
        return axes.length > 0 && axes[0] == rank - axes.length;
    }

    /// A shape of ones but for these axes.
    static Shape stretching(Shape shape, int... axes) {
        int[] dims = new int[shape.rank()];
        Arrays.fill(dims, 1);
        for (int axis : axes) {
            dims[axis] = shape.dim(axis);
        }
        return Shape.of(dims);
    }
}
