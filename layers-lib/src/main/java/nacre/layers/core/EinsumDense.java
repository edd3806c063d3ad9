package nacre.layers.core;

import java.util.List;
import java.util.Objects;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A Dense along any axes, written with a letter for each: `activation(einsum(equation, x, kernel)
/// + bias)`.
///
/// In `"abc,cd->abd"` letters are axes of the input, of the kernel and of the result; `...` stands
/// for any further ones.
///
/// `(…) → (…)`, as the letters say.
///
/// ```java
/// var layer = new EinsumDense("abc,cd->abd", -1, 64).biasAxes("d");
/// layer.outputShape(Shape.batch(32, 8))   // (None, None, 64)
/// ```
///
/// Source: [Keras, EinsumDense](https://keras.io/api/layers/core_layers/einsum_dense/).
public final class EinsumDense extends KernelLayer<EinsumDense> {
    private final String equation;
    private final Shape outputShape;
    private @Nullable String biasAxes;
    // kept for Keras's files; numbers here are always float32
    private @Nullable Object quantizationConfig;

    private transient @Nullable EinsumPlan plan;

    /// The equation, and the sizes of a sample that comes out: those the input does not tell,
    /// others may be -1.
    public EinsumDense(String equation, int... outputShape) {
        this(equation, Shape.of(outputShape));
    }

    EinsumDense(String equation, Shape outputShape) {
        this.equation = equation;
        this.outputShape = outputShape;
        super.useBias(false);
    }

    @Override
    protected void build(Shape in) {
        plan = EinsumPlan.of(equation, in, outputShape);
        List<Integer> inputs = plan.kernelAxes(true);
        List<Integer> outputs = plan.kernelAxes(false);
        buildKernel(plan.kernel(), inputs, outputs);
        if (biasAxes != null) {
            buildBias(plan.bias(biasAxes));
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        EinsumPlan known = Objects.requireNonNull(plan, "the plan is made by build");
        if (x.isGhost()) {
            return Tensor.ghost(EinsumPlan.of(equation, x.shape(), outputShape).output());
        }
        return finish(Tensor.einsum(known.expanded(x.rank()), x, kernel()));
    }

    /// The letters of the result along which there is a bias; default none.
    public EinsumDense biasAxes(String letters) {
        super.useBias(true);
        return set("biasAxes", () -> biasAxes = letters);
    }

    /// Not for this layer: see [#biasAxes].
    @Override
    public EinsumDense useBias(boolean on) {
        throw new IllegalArgumentException(
                "EinsumDense has a bias along the axes you name: biasAxes(\"d\").");
    }

    @Override
    protected boolean listsActivityRegularizer() {
        return true;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("use_bias"); // said by bias_axes
        return config;
    }
}
