package nacre.parity;

import nacre.layers.weights.Regularizer;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;

/// A regularizer: the price of `input`, and its gradient.
final class RegularizerKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Regularizer regularizer =
                Made.from(
                        Regularizer.class,
                        expectation.text("regularizer"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", regularizer, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Regularizer.class, regularizer),
                expectation.get("config"));
        var tape = new Tape();
        Tensor x = tape.watch(Arrays.tensor(expectation.get("input")));
        Tensor price = regularizer.apply(x);
        checks.number("value", price.item(), expectation.number("value"));
        if (expectation.has("grad")) {
            checks.numbers("gradient", tape.gradients(price).of(x), expectation.get("grad"));
        }
    }
}
