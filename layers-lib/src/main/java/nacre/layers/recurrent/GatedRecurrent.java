package nacre.layers.recurrent;

import nacre.layers.activation.ActivationFunction;

/// A recurrent layer whose cell has gates.
public abstract class GatedRecurrent<S extends GatedRecurrent<S, C>, C extends GatedCell<C>>
        extends CellRecurrent<S, C> {
    /// The function of the gates, by name; default `sigmoid`.
    public S recurrentActivation(String name) {
        return recurrentActivation(ActivationFunction.of(name));
    }

    /// The function of the gates; default `sigmoid`.
    public S recurrentActivation(ActivationFunction function) {
        return set("recurrentActivation", () -> cell().recurrentActivation(function));
    }
}
