package nacre.layers.recurrent;

import static nacre.layers.Arguments.share;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.activation.Activations;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Orthogonal;
import nacre.layers.weights.Regularizer;
import nacre.layers.weights.Zeros;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What cells with kernels share: one for the inputs, one for the states, a bias, and dropout of
/// either.
public abstract class KernelCell<S extends KernelCell<S>> extends RandomLayer<S> implements Cell {
    private ActivationFunction activation = Activations.TANH;
    private boolean useBias = true;
    private Initializer kernelInitializer = new GlorotUniform();
    private Initializer recurrentInitializer = new Orthogonal();
    private Initializer biasInitializer = new Zeros();
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer recurrentRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint recurrentConstraint;
    private @Nullable Constraint biasConstraint;
    private double dropout;
    private double recurrentDropout;

    private transient @Nullable Weight kernel;
    private transient @Nullable Weight recurrentKernel;
    private transient @Nullable Weight bias;
    private transient @Nullable Tensor keptInputs;
    private transient @Nullable Tensor keptStates;

    // --- for the cells of the family

    final void build(Shape kernelShape, Shape recurrentShape, Shape biasShape) {
        kernel =
                addWeight(
                        "kernel",
                        kernelShape,
                        kernelInitializer,
                        kernelRegularizer,
                        kernelConstraint,
                        true);
        recurrentKernel =
                addWeight(
                        "recurrent_kernel",
                        recurrentShape,
                        recurrentInitializer,
                        recurrentRegularizer,
                        recurrentConstraint,
                        true);
        if (useBias) {
            Initializer first = firstBias(biasInitializer);
            bias = addWeight("bias", biasShape, first, biasRegularizer, biasConstraint, true);
        }
    }

    /// The first values of the bias, where they are not just what the option says.
    Initializer firstBias(Initializer chosen) {
        return chosen;
    }

    final Tensor kernel() {
        return Objects.requireNonNull(kernel, "the kernel is made by build").tensor();
    }

    final Tensor recurrentKernel() {
        return Objects.requireNonNull(recurrentKernel, "the recurrent kernel is made by build")
                .tensor();
    }

    final @Nullable Tensor bias() {
        return bias == null ? null : bias.tensor();
    }

    /// What is added to the inputs' part.
    @Nullable Tensor inputBias() {
        return bias();
    }

    final Tensor activate(Tensor x) {
        return activation.apply(x);
    }

    @Override
    public Tensor prepare(Tensor sequence, Pass pass) {
        return dropInputs(sequence, pass).matmul(kernel(), inputBias(), null);
    }

    @Override
    public void start() {
        keptInputs = null;
        keptStates = null;
    }

    /// A sequence with the same places dropped at every step.
    final Tensor dropInputs(Tensor sequence, Pass pass) {
        if (!drops(dropout, sequence, pass)) {
            return sequence;
        }
        if (keptInputs == null) {
            keptInputs = random().keep(sequence.shape().with(1, 1), dropout);
        }
        return sequence.mul(keptInputs);
    }

    /// Whether states are used as they are.
    final boolean keepsStates(Pass pass) {
        return recurrentDropout == 0 || !pass.training();
    }

    /// Whether the activation is this one.
    final boolean activates(ActivationFunction function) {
        return activation == function;
    }

    /// A state with the same places dropped at every step.
    final Tensor dropState(Tensor state, Pass pass) {
        if (!drops(recurrentDropout, state, pass)) {
            return state;
        }
        if (keptStates == null) {
            keptStates = random().keep(state.shape(), recurrentDropout);
        }
        return state.mul(keptStates);
    }

    private static boolean drops(double rate, Tensor x, Pass pass) {
        return pass.training() && rate > 0 && rate < 1 && !x.isGhost();
    }

    /// Called by itself, a cell does one step: `(x, states…) → (output, states…)`.
    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        Tensor x = inputs.get(0);
        List<Tensor> given =
                inputs.size() > 1 ? inputs.subList(1, inputs.size()) : pass.initialState();
        start();
        Tensor prepared = prepare(x.expandDims(1), pass).at(1, 0);
        List<Tensor> states = step(prepared, given.isEmpty() ? zeroStates(x) : given, pass);
        return Stream.concat(Stream.of(output(states)), states.stream()).toList();
    }

    // --- options

    /// The function applied to what is new, by name; default `tanh`.
    public S activation(String name) {
        return activation(ActivationFunction.of(name));
    }

    /// The function applied to what is new; default `tanh`.
    public S activation(ActivationFunction function) {
        return set("activation", () -> activation = function);
    }

    /// Whether a bias is added; default true.
    public S useBias(boolean on) {
        return set("useBias", () -> useBias = on);
    }

    /// The share of the inputs that is dropped while training, the same places at every step;
    /// default 0.
    public S dropout(double rate) {
        share("dropout", rate);
        return set("dropout", () -> dropout = rate);
    }

    /// The share of the states that is dropped while training, the same places at every step;
    /// default 0.
    public S recurrentDropout(double rate) {
        share("recurrentDropout", rate);
        return set("recurrentDropout", () -> recurrentDropout = rate);
    }

    /// First values of the kernel, which the inputs are multiplied with, by name; default
    /// `glorot_uniform`.
    public S kernelInitializer(String name) {
        return kernelInitializer(Initializer.of(name));
    }

    /// First values of the kernel, which the inputs are multiplied with.
    public S kernelInitializer(Initializer initializer) {
        return set("kernelInitializer", () -> kernelInitializer = initializer);
    }

    /// First values of the recurrent kernel, which the states are multiplied with, by name; default
    /// `orthogonal`.
    public S recurrentInitializer(String name) {
        return recurrentInitializer(Initializer.of(name));
    }

    /// First values of the recurrent kernel, which the states are multiplied with.
    public S recurrentInitializer(Initializer initializer) {
        return set("recurrentInitializer", () -> recurrentInitializer = initializer);
    }

    /// First values of the bias, by name; default `zeros`.
    public S biasInitializer(String name) {
        return biasInitializer(Initializer.of(name));
    }

    /// First values of the bias.
    public S biasInitializer(Initializer initializer) {
        return set("biasInitializer", () -> biasInitializer = initializer);
    }

    /// A price of large numbers in the kernel, by name; default none.
    public S kernelRegularizer(String name) {
        return kernelRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernel.
    public S kernelRegularizer(Regularizer regularizer) {
        return set("kernelRegularizer", () -> kernelRegularizer = regularizer);
    }

    /// A price of large numbers in the recurrent kernel, by name; default none.
    public S recurrentRegularizer(String name) {
        return recurrentRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the recurrent kernel.
    public S recurrentRegularizer(Regularizer regularizer) {
        return set("recurrentRegularizer", () -> recurrentRegularizer = regularizer);
    }

    /// A price of large numbers in the bias, by name; default none.
    public S biasRegularizer(String name) {
        return biasRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the bias.
    public S biasRegularizer(Regularizer regularizer) {
        return set("biasRegularizer", () -> biasRegularizer = regularizer);
    }

    /// A limit for the kernel, kept to after every step of training, by name; default none.
    public S kernelConstraint(String name) {
        return kernelConstraint(Constraint.of(name));
    }

    /// A limit for the kernel, kept to after every step of training.
    public S kernelConstraint(Constraint constraint) {
        return set("kernelConstraint", () -> kernelConstraint = constraint);
    }

    /// A limit for the recurrent kernel, kept to after every step of training, by name; default
    /// none.
    public S recurrentConstraint(String name) {
        return recurrentConstraint(Constraint.of(name));
    }

    /// A limit for the recurrent kernel, kept to after every step of training.
    public S recurrentConstraint(Constraint constraint) {
        return set("recurrentConstraint", () -> recurrentConstraint = constraint);
    }

    /// A limit for the bias, kept to after every step of training, by name; default none.
    public S biasConstraint(String name) {
        return biasConstraint(Constraint.of(name));
    }

    /// A limit for the bias, kept to after every step of training.
    public S biasConstraint(Constraint constraint) {
        return set("biasConstraint", () -> biasConstraint = constraint);
    }
}
