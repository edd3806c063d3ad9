package nacre.layers.normalization;

import nacre.layers.FluentLayer;
import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Brings each sample to length 1: divides by the root of the sum of squares along `axis`. `(…) →
/// (…)`
///
/// ```java
/// new UnitNormalization().apply(Tensor.of(new float[][] {{3, 4}}))   // [[0.6, 0.8]]
/// ```
///
/// Source: [Keras,
/// UnitNormalization](https://keras.io/api/layers/normalization_layers/unit_normalization/).
public final class UnitNormalization extends FluentLayer<UnitNormalization> {
    private static final float TINY = 1e-24f; // a vector of zeros stays one

    private Axes axis = Axes.of(-1);

    /// Along the last axis.
    public UnitNormalization() {}

    /// Along this axis, or over several together.
    public UnitNormalization(int... axis) {
        this(Axes.of(axis));
    }

    UnitNormalization(Axes axis) {
        this.axis = axis;
    }

    /// Along which axes; default the last.
    public UnitNormalization axis(int... axes) {
        return set("axis", () -> axis = Axes.of(axes));
    }

    @Override
    protected Tensor call(Tensor x) {
        int[] axes = axis.in(x.shape(), "axis");
        return x.mul(x.square().sumKeep(axes).maximum(TINY).rsqrt());
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
