package nacre.layers.convolutional;

import static nacre.layers.Arguments.positive;

import java.util.Objects;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// A convolution of each channel by itself, and all that can be said about its kernel.
public abstract class DepthwiseKernel<S extends DepthwiseKernel<S>> extends Convolution<S> {
    private int depthMultiplier = 1;
    private Initializer depthwiseInitializer = new GlorotUniform();
    private @Nullable Regularizer depthwiseRegularizer;
    private @Nullable Constraint depthwiseConstraint;

    private transient @Nullable Weight kernel;

    DepthwiseKernel(int axes, int... kernelSize) {
        super(axes, kernelSize);
    }

    final int depthMultiplier() {
        return depthMultiplier;
    }

    final void buildDepthwise(String weightName, int channels) {
        kernel =
                addWeight(
                        weightName,
                        kernelShape(channels, depthMultiplier),
                        depthwiseInitializer,
                        depthwiseRegularizer,
                        depthwiseConstraint,
                        true);
    }

    /// Each channel of `x`, channels last, with its own kernels.
    final Tensor eachChannel(Tensor x) {
        return x.depthwiseConv(
                Objects.requireNonNull(kernel, "the kernel is made by build").tensor(), sliding(1));
    }

    // --- options

    /// How many results each channel gives; default 1.
    public S depthMultiplier(int results) {
        positive("depthMultiplier", results);
        return set("depthMultiplier", () -> depthMultiplier = results);
    }

    /// First values of the kernels of the channels, by name; default `glorot_uniform`.
    public S depthwiseInitializer(String name) {
        return depthwiseInitializer(Initializer.of(name));
    }

    /// First values of the kernels of the channels.
    public S depthwiseInitializer(Initializer initializer) {
        return set("depthwiseInitializer", () -> depthwiseInitializer = initializer);
    }

    /// A price of large numbers in the kernels of the channels, by name; default none.
    public S depthwiseRegularizer(String name) {
        return depthwiseRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernels of the channels.
    public S depthwiseRegularizer(Regularizer regularizer) {
        return set("depthwiseRegularizer", () -> depthwiseRegularizer = regularizer);
    }

    /// A limit kept to after every step, by name; default none.
    public S depthwiseConstraint(String name) {
        return depthwiseConstraint(Constraint.of(name));
    }

    /// A limit for the kernels of the channels, kept to after every step.
    public S depthwiseConstraint(Constraint constraint) {
        return set("depthwiseConstraint", () -> depthwiseConstraint = constraint);
    }
}
