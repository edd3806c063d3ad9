package nacre.parity;

import nacre.layers.config.Registry;

/// A wrong argument that must be noticed when an object is made; the message must name the
/// arguments that Keras's message names.
///
/// @param kind what is made
record MakingErrorKind(Class<?> kind) implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        // it must fail, but not for being unknown
        Class<?> unused = Registry.find(kind, expectation.text("class"));
        String message =
                Errors.expect(
                        checks,
                        expectation.text("error"),
                        () ->
                                Made.from(
                                        kind,
                                        expectation.text("class"),
                                        expectation.list("args"),
                                        expectation.map("kwargs")));
        if (message != null) {
            ErrorKind.compareNames(checks, message, expectation);
        }
    }
}
