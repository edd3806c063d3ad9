package nacre.layers.core;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A function of your own as a layer, for small things without weights. `(…) → whatever it gives`
///
/// A model with a Lambda cannot be loaded from a file, as files hold no code: write a class for
/// that.
///
/// ```java
/// new Lambda(x -> x.mul(x)).apply(Tensor.of(new float[] {2, 3}))   // [4, 9]
/// ```
///
/// Source: [Keras, Lambda](https://keras.io/api/layers/core_layers/lambda/).
public final class Lambda extends FluentLayer<Lambda> {
    private final transient Function<List<Tensor>, Tensor> function;
    private final transient int inputs;
    private @Nullable Shape outputShape;
    private transient @Nullable UnaryOperator<Tensor> mask;

    /// A function of one tensor.
    public Lambda(UnaryOperator<Tensor> function) {
        this.function = tensors -> function.apply(tensors.get(0));
        this.inputs = 1;
    }

    /// A function of two tensors: `new Lambda((a, b) -> a.sub(b).abs())`.
    public Lambda(BinaryOperator<Tensor> function) {
        this.function = tensors -> function.apply(tensors.get(0), tensors.get(1));
        this.inputs = 2;
    }

    @Override
    protected void check(List<Shape> shapes) {
        if (shapes.size() != inputs) {
            throw new IllegalArgumentException(
                    "The function of this Lambda takes "
                            + inputs
                            + " tensor(s) and got "
                            + shapes.size()
                            + ".");
        }
    }

    @Override
    protected Tensor call(List<Tensor> tensors, Pass pass) {
        if (outputShape != null && tensors.get(0).isGhost()) {
            return Tensor.ghost(outputShape.insert(0, tensors.get(0).dim(0)));
        }
        return function.apply(tensors);
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> tensors, Pass pass) {
        Tensor incoming = pass.mask();
        return mask == null || incoming == null ? null : mask.apply(incoming);
    }

    /// The shape of a sample that comes out, where the function cannot be tried without numbers;
    /// default: it is tried.
    public Lambda outputShape(int... sizes) {
        return set("outputShape", () -> outputShape = Shape.of(sizes));
    }

    /// What becomes of the mask; default: it ends here.
    public Lambda mask(UnaryOperator<Tensor> newMask) {
        return set("mask", () -> mask = newMask);
    }

    /// Says that there is a function, which a file cannot hold.
    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.put("function", "a function in Java");
        return config;
    }

    /// A file has no code that could be run here.
    public static Lambda fromConfig(Map<String, @Nullable Object> config) {
        throw new IllegalArgumentException(
                "The layer \""
                        + config.get("name")
                        + "\" is a Lambda: its function is code, and code from a file is never"
                        + " run. Write a layer class of your own that does the same, and save the model with that.");
    }
}
