package nacre.parity;

import java.util.Objects;
import java.util.function.Function;
import nacre.layers.config.Names;

/// What a short name stands for: the class that `resolves_to` names, or a function of that name.
///
/// @param find what looks the name up
record ResolvedNameKind(Function<Object, ?> find) implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        String name = expectation.text("name");
        if (expectation.has("error")) {
            Errors.expect(
                    checks,
                    expectation.text("error"),
                    () -> Objects.requireNonNull(find.apply(name)));
            return;
        }
        String got = find.apply(name).getClass().getSimpleName();
        checks.that(
                Names.bare(got).equals(Names.bare(expectation.text("resolves_to"))),
                got + " instead of " + expectation.text("resolves_to"));
    }
}
