package nacre.layers.recurrent;

import static nacre.layers.Arguments.share;

import java.util.List;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;

/// A recurrent layer with a cell of its own, whose options are the layer's cell().
public abstract class CellRecurrent<S extends CellRecurrent<S, C>, C extends KernelCell<C>>
        extends Recurrent<S> {
    @Override
    abstract C cell();

    /// How many axes the inputs have.
    int rank() {
        return 3;
    }

    @Override
    protected void check(List<Shape> inputs) {
        super.check(inputs);
        if (inputs.get(0).rank() != rank()) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " needs sequences (batch, steps, features), 3 axes; got "
                            + inputs.get(0)
                            + ". To make one axis of several, put TimeDistributed(new Flatten()) in front.");
        }
    }

    @Override
    protected boolean listsActivityRegularizer() {
        return true;
    }

    // --- options

    /// Gives the same dropout every time; default none.
    public S seed(int number) {
        return set("seed", () -> cell().seed(number));
    }

    /// The function applied to what is new, by name; default `tanh`.
    public S activation(String name) {
        return activation(ActivationFunction.of(name));
    }

    /// The function applied to what is new; default `tanh`.
    public S activation(ActivationFunction function) {
        return set("activation", () -> cell().activation(function));
    }

    /// Whether a bias is added; default true.
    public S useBias(boolean on) {
        return set("useBias", () -> cell().useBias(on));
    }

    /// The share of the inputs that is dropped while training, the same places at every step;
    /// default 0.
    public S dropout(double rate) {
        share("dropout", rate);
        return set("dropout", () -> cell().dropout(rate));
    }

    /// The share of the states that is dropped while training, the same places at every step;
    /// default 0.
    public S recurrentDropout(double rate) {
        share("recurrentDropout", rate);
        return set("recurrentDropout", () -> cell().recurrentDropout(rate));
    }

    /// First values of the kernel, which the inputs are multiplied with, by name; default
    /// `glorot_uniform`.
    public S kernelInitializer(String name) {
        return kernelInitializer(Initializer.of(name));
    }

    /// First values of the kernel, which the inputs are multiplied with.
    public S kernelInitializer(Initializer initializer) {
        return set("kernelInitializer", () -> cell().kernelInitializer(initializer));
    }

    /// First values of the recurrent kernel, which the states are multiplied with, by name; default
    /// `orthogonal`.
    public S recurrentInitializer(String name) {
        return recurrentInitializer(Initializer.of(name));
    }

    /// First values of the recurrent kernel, which the states are multiplied with.
    public S recurrentInitializer(Initializer initializer) {
        return set("recurrentInitializer", () -> cell().recurrentInitializer(initializer));
    }

    /// First values of the bias, by name; default `zeros`.
    public S biasInitializer(String name) {
        return biasInitializer(Initializer.of(name));
    }

    /// First values of the bias.
    public S biasInitializer(Initializer initializer) {
        return set("biasInitializer", () -> cell().biasInitializer(initializer));
    }

    /// A price of large numbers in the kernel, by name; default none.
    public S kernelRegularizer(String name) {
        return kernelRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernel.
    public S kernelRegularizer(Regularizer regularizer) {
        return set("kernelRegularizer", () -> cell().kernelRegularizer(regularizer));
    }

    /// A price of large numbers in the recurrent kernel, by name; default none.
    public S recurrentRegularizer(String name) {
        return recurrentRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the recurrent kernel.
    public S recurrentRegularizer(Regularizer regularizer) {
        return set("recurrentRegularizer", () -> cell().recurrentRegularizer(regularizer));
    }

    /// A price of large numbers in the bias, by name; default none.
    public S biasRegularizer(String name) {
        return biasRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the bias.
    public S biasRegularizer(Regularizer regularizer) {
        return set("biasRegularizer", () -> cell().biasRegularizer(regularizer));
    }

    /// A limit for the kernel, kept to after every step of training, by name; default none.
    public S kernelConstraint(String name) {
        return kernelConstraint(Constraint.of(name));
    }

    /// A limit for the kernel, kept to after every step of training.
    public S kernelConstraint(Constraint constraint) {
        return set("kernelConstraint", () -> cell().kernelConstraint(constraint));
    }

    /// A limit for the recurrent kernel, kept to after every step of training, by name; default
    /// none.
    public S recurrentConstraint(String name) {
        return recurrentConstraint(Constraint.of(name));
    }

    /// A limit for the recurrent kernel, kept to after every step of training.
    public S recurrentConstraint(Constraint constraint) {
        return set("recurrentConstraint", () -> cell().recurrentConstraint(constraint));
    }

    /// A limit for the bias, kept to after every step of training, by name; default none.
    public S biasConstraint(String name) {
        return biasConstraint(Constraint.of(name));
    }

    /// A limit for the bias, kept to after every step of training.
    public S biasConstraint(Constraint constraint) {
        return set("biasConstraint", () -> cell().biasConstraint(constraint));
    }
}
