package nacre.training;

/// A metric with options of its own, set one after the other: `new AUC().name("pr").curve("PR")`.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class FluentMetric<S extends FluentMetric<S>> extends Metric {
    /// A metric whose name is its class's in snake case.
    protected FluentMetric() {}

    /// A metric with another default name.
    protected FluentMetric(String name) {
        super(name);
    }

    @Override
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S name(String newName) {
        super.name(newName);
        return (S) this;
    }
}
