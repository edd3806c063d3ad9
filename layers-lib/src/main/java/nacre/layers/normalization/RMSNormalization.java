package nacre.layers.normalization;

import static nacre.layers.Arguments.notNegative;

import java.util.Objects;
import java.util.stream.IntStream;
import nacre.compute.Normalize;
import nacre.compute.Normalize.By;
import nacre.layers.FluentLayer;
import nacre.layers.config.Axes;
import nacre.layers.weights.Ones;
import nacre.tensor.Normalized;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Divides the numbers of each sample by their root mean square: a cheaper layer normalisation.
///
/// `x / √(mean(x²) + epsilon) · scale` along `axis`. `(…) → (…)`
///
/// ```java
/// new RMSNormalization().apply(Tensor.of(new float[][] {{3, -3}}))   // [[1, -1]]
/// ```
///
/// Source: Zhang and Sennrich, Root mean square layer normalization (2019); [Keras,
/// RMSNormalization](https://keras.io/api/layers/normalization_layers/rms_normalization/).
public final class RMSNormalization extends FluentLayer<RMSNormalization> {
    private Axes axis = Axes.list(-1);
    private double epsilon = 1e-6;

    private transient @Nullable Weight scale;

    /// Along the last axis.
    public RMSNormalization() {}

    /// Along these axes.
    public RMSNormalization(int... axis) {
        this(Axes.list(axis));
    }

    RMSNormalization(Axes axis) {
        this.axis = Axes.list(axis.toArray());
    }

    /// Along which axes; default the last.
    public RMSNormalization axis(int... axes) {
        return set("axis", () -> axis = Axes.list(axes));
    }

    /// A small number against division by 0; default 10⁻⁶.
    public RMSNormalization epsilon(double small) {
        return set("epsilon", () -> epsilon = notNegative("epsilon", small));
    }

    @Override
    protected void build(Shape in) {
        Shape shape = Shape.of(IntStream.of(axis.toArray()).map(in::dim).toArray());
        scale = addWeight("scale", shape, new Ones());
    }

    @Override
    protected Tensor call(Tensor x) {
        int[] axes = axis.in(x.shape(), "axis");
        Tensor learned = Objects.requireNonNull(scale, "scale is made by build").tensor();
        if (!x.isGhost() && LayerNormalization.areLast(x.rank(), axes)) {
            int n = x.shape().slice(axes[0], x.rank()).size();
            var sizes =
                    new Normalize(
                            x.shape().slice(0, axes[0]).size(),
                            1,
                            n,
                            n,
                            By.SQUARES,
                            (float) epsilon);
            return Normalized.of(sizes, x, learned, null).result();
        }
        return x.mul(x.square().meanKeep(axes).add((float) epsilon).rsqrt())
                .mul(learned.reshape(LayerNormalization.stretching(x.shape(), axes)));
    }
}
