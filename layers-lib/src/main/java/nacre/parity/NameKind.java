package nacre.parity;

import java.util.Objects;
import java.util.function.Function;
import nacre.layers.config.Serializable;

/// What a name stands for: an object with the `config` that Keras gives it, or an error.
///
/// @param field where the case has the name
/// @param find what looks the name up
record NameKind(String field, Function<Object, Serializable> find) implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        String name = expectation.text(field);
        if (expectation.has("error")) {
            Errors.expect(
                    checks,
                    expectation.text("error"),
                    () -> Objects.requireNonNull(find.apply(name)));
        } else {
            Made.compare(checks, "config", find.apply(name), expectation.get("config"));
        }
    }
}
