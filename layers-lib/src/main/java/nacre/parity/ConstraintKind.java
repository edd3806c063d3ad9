package nacre.parity;

import nacre.layers.weights.Constraint;

/// A constraint: what it makes of `input`.
final class ConstraintKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Constraint constraint =
                Made.from(
                        Constraint.class,
                        expectation.text("constraint"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", constraint, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Constraint.class, constraint),
                expectation.get("config"));
        checks.numbers(
                "output",
                constraint.apply(Arrays.tensor(expectation.get("input"))),
                expectation.get("output"));
    }
}
