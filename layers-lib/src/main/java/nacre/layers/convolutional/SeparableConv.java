package nacre.layers.convolutional;

import static nacre.layers.Arguments.perAxis;
import static nacre.layers.Arguments.positive;

import java.util.List;
import java.util.Objects;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Padding;
import nacre.tensor.Shape;
import nacre.tensor.Sliding;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// A convolution in two steps, with far fewer weights: each channel by itself, then all channels of
/// a place mixed.
public abstract class SeparableConv<S extends SeparableConv<S>> extends DepthwiseKernel<S> {
    private final int filters;
    private Initializer pointwiseInitializer = new GlorotUniform();
    private @Nullable Regularizer pointwiseRegularizer;
    private @Nullable Constraint pointwiseConstraint;

    private transient @Nullable Weight mixing;

    SeparableConv(int axes, int filters, int... kernelSize) {
        super(axes, kernelSize);
        this.filters = positive("filters", filters);
    }

    @Override
    void build(int channels) {
        buildDepthwise("depthwise_kernel", channels);
        Shape shape =
                Shape.of(perAxis("size", axes(), 1))
                        .insert(-1, channels * depthMultiplier())
                        .insert(-1, filters);
        mixing =
                addWeight(
                        "pointwise_kernel",
                        shape,
                        pointwiseInitializer,
                        pointwiseRegularizer,
                        pointwiseConstraint,
                        true);
        buildBias(filters);
    }

    /// As in Keras, the option can be set, but no input fits it.
    @Override
    boolean allowsCausal() {
        return axes() == 1;
    }

    @Override
    protected void check(List<Shape> inputs) {
        super.check(inputs);
        if (padding() == Padding.CAUSAL) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " cannot work with `padding` \"causal\", as in Keras. Put new ZeroPadding1D(…, 0) in front of"
                            + " it, with padding \"valid\".");
        }
    }

    @Override
    Tensor convolve(Tensor x) {
        Tensor kernel = Objects.requireNonNull(mixing, "the kernel is made by build").tensor();
        return eachChannel(x).conv(kernel, Sliding.over(axes(), Padding.VALID));
    }

    // --- options

    /// First values of the kernel that mixes channels, by name; default `glorot_uniform`.
    public S pointwiseInitializer(String name) {
        return pointwiseInitializer(Initializer.of(name));
    }

    /// First values of the kernel that mixes channels.
    public S pointwiseInitializer(Initializer initializer) {
        return set("pointwiseInitializer", () -> pointwiseInitializer = initializer);
    }

    /// A price of large numbers in the kernel that mixes channels, by name; default none.
    public S pointwiseRegularizer(String name) {
        return pointwiseRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernel that mixes channels.
    public S pointwiseRegularizer(Regularizer regularizer) {
        return set("pointwiseRegularizer", () -> pointwiseRegularizer = regularizer);
    }

    /// A limit kept to after every step, by name; default none.
    public S pointwiseConstraint(String name) {
        return pointwiseConstraint(Constraint.of(name));
    }

    /// A limit for the kernel that mixes channels, kept to after every step.
    public S pointwiseConstraint(Constraint constraint) {
        return set("pointwiseConstraint", () -> pointwiseConstraint = constraint);
    }
}
