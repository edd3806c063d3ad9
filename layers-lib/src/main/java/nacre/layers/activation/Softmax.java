package nacre.layers.activation;

import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.layers.config.Axes;
import nacre.tensor.Tensor;

/// Turns numbers into positive shares that sum to 1 along an axis: `e^x / Σ e^x`.
///
/// What a mask leaves out counts as -10⁹ and gets share 0. `(…) → (…)`
///
/// ```java
/// new Softmax().apply(Tensor.of(new float[] {1, 1, 1, 1}))   // [0.25, 0.25, 0.25, 0.25]
/// ```
///
/// Source: [Keras, Softmax](https://keras.io/api/layers/activation_layers/softmax/).
public final class Softmax extends FluentLayer<Softmax> {
    private static final float LARGE = 1e9f;

    private Axes axis = Axes.of(-1);

    /// Along the last axis.
    public Softmax() {}

    /// Along this axis, or over several together.
    public Softmax(int... axis) {
        this(Axes.of(axis));
    }

    Softmax(Axes axis) {
        this.axis = axis;
    }

    /// Along which axis, or over which axes together; default the last.
    public Softmax axis(int... axes) {
        return set("axis", () -> axis = Axes.of(axes));
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        Tensor mask = pass.mask();
        Tensor scores = mask == null ? x : x.sub(mask.neg().add(1).mul(LARGE));
        int[] axes = axis.in(x.shape(), "axis");
        if (axes.length == 1) {
            return scores.softmax(axes[0]);
        }
        Tensor powers = scores.sub(scores.maxKeep(axes).detach()).exp();
        return powers.div(powers.sumKeep(axes));
    }

    @Override
    protected boolean takesMasks() {
        return true;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
