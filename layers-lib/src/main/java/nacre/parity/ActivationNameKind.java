package nacre.parity;

import nacre.layers.activation.ActivationFunction;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;

/// What an activation's name stands for: the same function as another name, written back as
/// `serialized`.
final class ActivationNameKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        ActivationFunction function = ActivationFunction.of(expectation.text("activation"));
        if (expectation.has("same_as")) {
            Tensor x = Tensor.range(41).sub(20).div(4).expandDims(0);
            Tensor want = ActivationFunction.of(expectation.text("same_as")).apply(x);
            checks.numbers("output", function.apply(x), want);
        }
        if (expectation.has("serialized")) {
            Object got = function instanceof Serializable object ? object.serialize() : function;
            checks.config("serialized", got, expectation.get("serialized"));
        }
    }
}
