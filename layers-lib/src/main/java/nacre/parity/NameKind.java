package nacre.parity;

import nacre.layers.config.Serializable;

/// What a name stands for: an object with the `config` that Keras gives it, or an error.
///
/// @param field where the case has the name
/// @param type initializer, regularizer, …
record NameKind(String field, Class<? extends Serializable> type) implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        String name = expectation.text(field);
        if (expectation.has("error")) {
            Errors.expect(checks, expectation.text("error"), () -> Serializable.make(type, name));
        } else {
            Made.compare(checks, "config", Serializable.make(type, name), expectation.get("config"));
        }
    }
}
