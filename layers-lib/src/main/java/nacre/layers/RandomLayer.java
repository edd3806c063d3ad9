package nacre.layers;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /// Keras keeps none for a layer that never draws.
    @Override
    public List<String> seedParts() {
        Map<String, @Nullable Object> config = getConfig();
        List<Object> chances =
                Stream.of("rate", "dropout", "recurrent_dropout", "stddev")
                        .map(config::get)
                        .flatMap(Stream::ofNullable)
                        .toList();
        boolean draws =
                chances.isEmpty()
                        || chances.stream().anyMatch(chance -> ((Number) chance).doubleValue() > 0);
        return draws ? List.of("seed_generator") : List.of();
    }
}
