package nacre.parity;

import java.util.Map;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.activation.Activations;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// An activation function: `input` gives `output`; with `upstream` also its gradient.
final class ActivationKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        ActivationFunction function =
                function(expectation.text("activation"), expectation.map("kwargs"));
        var tape = new Tape();
        Tensor x = tape.watch(Arrays.tensor(expectation.get("input")));
        Tensor y = function.apply(x);
        checks.numbers("output", y, expectation.get("output"));
        if (expectation.has("upstream")) {
            Tensor upstream = Arrays.tensor(expectation.get("upstream"));
            checks.numbers(
                    "gradient", tape.gradients(y, upstream).of(x), expectation.get("grad_input"));
        }
    }

    private static ActivationFunction function(String name, Map<String, @Nullable Object> kwargs) {
        ActivationFunction function = ActivationFunction.of(name);
        return kwargs.isEmpty() ? function : ((Activations) function).with(kwargs);
    }
}
