package nacre.layers.recurrent;

import nacre.layers.Pass;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.activation.Activations;
import nacre.tensor.Tensor;

/// A cell with gates: numbers between 0 and 1 that say how much goes through.
public abstract class GatedCell<S extends GatedCell<S>> extends KernelCell<S> {
    private ActivationFunction recurrentActivation = Activations.SIGMOID;

    final Tensor gate(Tensor x) {
        return recurrentActivation.apply(x);
    }

    /// Whether this is the cell of the papers: `σ` at the gates, `tanh` for what is new, no dropout
    /// of states.
    final boolean isUsual(Pass pass) {
        return recurrentActivation == Activations.SIGMOID
                && activates(Activations.TANH)
                && keepsStates(pass);
    }

    /// The function of the gates, by name; default `sigmoid`.
    public S recurrentActivation(String name) {
        return recurrentActivation(ActivationFunction.of(name));
    }

    /// The function of the gates; default `sigmoid`.
    public S recurrentActivation(ActivationFunction function) {
        return set("recurrentActivation", () -> recurrentActivation = function);
    }
}
