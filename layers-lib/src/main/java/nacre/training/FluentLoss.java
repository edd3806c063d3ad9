package nacre.training;

/// A loss with options of its own, set one after the other: `new
/// Huber().delta(2).reduction("sum")`.
///
/// @param <S> the loss's own class, which every option gives back
public abstract class FluentLoss<S extends FluentLoss<S>> extends Loss {
    /// A loss whose name is its class's in snake case.
    protected FluentLoss() {}

    /// A loss with another default name.
    protected FluentLoss(String name) {
        super(name);
    }

    @SuppressWarnings("unchecked") // S is the loss's own class
    private S self() {
        return (S) this;
    }

    @Override
    public S name(String newName) {
        super.name(newName);
        return self();
    }

    @Override
    public S reduction(String newReduction) {
        super.reduction(newReduction);
        return self();
    }
}
