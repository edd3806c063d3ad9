package nacre.layers.core;

import nacre.compute.Unary;
import nacre.layers.FluentLayer;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.activation.Activations;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.layers.weights.Zeros;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What Dense and all convolutions share: a bias, an activation, and all that can be said about
/// them.
public abstract class BiasLayer<S extends BiasLayer<S>> extends FluentLayer<S> {
    private ActivationFunction activation = Activations.LINEAR;
    private boolean useBias = true;
    private Initializer biasInitializer = new Zeros();
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Constraint biasConstraint;

    private transient @Nullable Weight bias;

    // --- for the layers of the family

    /// Makes a bias of `units` numbers, if there is to be one.
    protected final void buildBias(int units) {
        buildBias(Shape.of(units));
    }

    /// Makes a bias of another shape, if there is to be one.
    protected final void buildBias(Shape shape) {
        if (useBias) {
            bias = addWeight("bias", shape, biasInitializer, biasRegularizer, biasConstraint, true);
        }
    }

    /// Adds the bias and applies the activation.
    protected final Tensor finish(Tensor x) {
        return activation.apply(bias == null ? x : x.add(bias.tensor()));
    }

    /// What comes before the bias and the activation, with both in the same pass.
    protected interface Product {
        /// The product, plus the bias if there is one, and the function of that if there is one.
        Tensor with(@Nullable Tensor bias, @Nullable Unary f);
    }

    /// The same as [#finish(Tensor)] in fewer passes over the numbers.
    protected final Tensor finish(Product product) {
        Unary f = Activations.loop(activation);
        Tensor x = product.with(bias == null ? null : bias.tensor(), f);
        return f == null ? activation.apply(x) : x;
    }

    /// The same for a product that can only take an activation which grows with its argument, and
    /// is a simple one; else null.
    protected final @Nullable Tensor finishRising(Product product) {
        Unary f = Activations.loop(activation);
        boolean simple = f == Unary.RELU || activation == Activations.LINEAR;
        return simple ? product.with(bias == null ? null : bias.tensor(), f) : null;
    }

    // --- options

    /// The function applied to the output, by name; default `linear`.
    public S activation(String name) {
        return activation(ActivationFunction.of(name));
    }

    /// The function applied to the output; default none.
    public S activation(ActivationFunction function) {
        return set("activation", () -> activation = function);
    }

    /// Whether a bias is added; default true.
    public S useBias(boolean on) {
        return set("useBias", () -> useBias = on);
    }

    /// First values of the bias, by name; default `zeros`.
    public S biasInitializer(String name) {
        return biasInitializer(Initializer.of(name));
    }

    /// First values of the bias.
    public S biasInitializer(Initializer initializer) {
        return set("biasInitializer", () -> biasInitializer = initializer);
    }

    /// A price of large numbers in the bias, by name; default none.
    public S biasRegularizer(String name) {
        return biasRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the bias.
    public S biasRegularizer(Regularizer regularizer) {
        return set("biasRegularizer", () -> biasRegularizer = regularizer);
    }

    /// A limit for the bias, by name; default none.
    public S biasConstraint(String name) {
        return biasConstraint(Constraint.of(name));
    }

    /// A limit for the bias, kept to after every step.
    public S biasConstraint(Constraint constraint) {
        return set("biasConstraint", () -> biasConstraint = constraint);
    }
}
