package nacre.layers.core;

import java.util.List;
import java.util.Objects;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.FanScaled;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// A layer with a kernel, a bias and an activation, such as Dense, and all that can be said about
/// them.
public abstract class KernelLayer<S extends KernelLayer<S>> extends BiasLayer<S> {
    private Initializer kernelInitializer = new GlorotUniform();
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Constraint kernelConstraint;

    private transient @Nullable Weight kernel;

    // --- for the layers of the family

    /// Makes the kernel, and a bias of `units` numbers if there is to be one.
    protected final void build(Shape kernelShape, int units) {
        buildKernel(kernelShape, kernelInitializer);
        buildBias(units);
    }

    /// Makes a kernel that is not laid out as a convolution's: some axes are inputs, some are
    /// outputs.
    protected final void buildKernel(Shape shape, List<Integer> inputs, List<Integer> outputs) {
        buildKernel(
                shape,
                kernelInitializer instanceof FanScaled scaled
                        ? (size, seed) -> scaled.values(size, inputs, outputs, seed)
                        : kernelInitializer);
    }

    private void buildKernel(Shape shape, Initializer initializer) {
        kernel = addWeight("kernel", shape, initializer, kernelRegularizer, kernelConstraint, true);
    }

    /// The kernel's value.
    protected final Tensor kernel() {
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
