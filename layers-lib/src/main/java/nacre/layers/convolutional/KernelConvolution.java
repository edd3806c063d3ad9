package nacre.layers.convolutional;

import static nacre.layers.Arguments.positive;

import java.util.Objects;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// A convolution with one kernel over all channels, and all that can be said about it.
public abstract class KernelConvolution<S extends KernelConvolution<S>> extends Convolution<S> {
    private final int filters;
    private Initializer kernelInitializer = new GlorotUniform();
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Constraint kernelConstraint;

    private transient @Nullable Weight kernel;

    KernelConvolution(int axes, int filters, int... kernelSize) {
        super(axes, kernelSize);
        this.filters = positive("filters", filters);
    }

    final int filters() {
        return filters;
    }

    final void buildKernel(Shape shape) {
        kernel =
                addWeight(
                        "kernel",
                        shape,
                        kernelInitializer,
                        kernelRegularizer,
                        kernelConstraint,
                        true);
        buildBias(filters);
    }

    final Tensor kernel() {
        return Objects.requireNonNull(kernel, "the kernel is made by build").tensor();
    }

    // --- options

    /// First values of the kernel, by name; default `glorot_uniform`.
    public S kernelInitializer(String name) {
        return kernelInitializer(Initializer.of(name));
    }

    /// First values of the kernel.
    public S kernelInitializer(Initializer initializer) {
        return set("kernelInitializer", () -> kernelInitializer = initializer);
    }

    /// A price of large numbers in the kernel, by name; default none.
    public S kernelRegularizer(String name) {
        return kernelRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernel.
    public S kernelRegularizer(Regularizer regularizer) {
        return set("kernelRegularizer", () -> kernelRegularizer = regularizer);
    }

    /// A limit kept to after every step, by name; default none.
    public S kernelConstraint(String name) {
        return kernelConstraint(Constraint.of(name));
    }

    /// A limit for the kernel, kept to after every step.
    public S kernelConstraint(Constraint constraint) {
        return set("kernelConstraint", () -> kernelConstraint = constraint);
    }
}
