package nacre.layers;

import org.jspecify.annotations.Nullable;

/// A layer that draws random numbers while training.
public abstract class RandomLayer<S extends RandomLayer<S>> extends FluentLayer<S> {
    private @Nullable Integer seed;

    /// Gives the same numbers every time; default none.
    public S seed(int newSeed) {
        random().restart(newSeed);
        return set("seed", () -> seed = newSeed);
    }

    /// A layer with a seed of its own keeps it.
    @Override
    public void reseed(long newSeed) {
        super.reseed(seed == null ? newSeed : seed);
    }
}
