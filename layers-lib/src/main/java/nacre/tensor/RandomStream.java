package nacre.tensor;

import java.util.concurrent.ThreadLocalRandom;
import nacre.compute.Noise;

/// A layer's own random numbers: the same seed gives the same numbers, in the same order, on any
/// machine.
public final class RandomStream {
    private long seed;
    private long drawn;

    /// The stream of a seed.
    public RandomStream(long seed) {
        this.seed = seed;
    }

    /// A stream that nobody can foresee.
    public static RandomStream unseeded() {
        return new RandomStream(ThreadLocalRandom.current().nextLong());
    }

    /// Starts over from another seed.
    public void restart(long newSeed) {
        seed = newSeed;
        drawn = 0;
    }

    /// Where a stream is.
    ///
    /// @param seed what it began from
    /// @param drawn how many times numbers were drawn
    public record Place(long seed, long drawn) {}

    /// Where the stream is now.
    public Place place() {
        return new Place(seed, drawn);
    }

    /// Goes on from a place that [#place] gave.
    public void goTo(Place place) {
        seed = place.seed();
        drawn = place.drawn();
    }

    /// How many times numbers were drawn.
    public long drawn() {
        return drawn;
    }

    /// A new seed, different at each call.
    public long next() {
        return mix(seed, ++drawn);
    }

    /// One of two numbers for each place: 0 with probability `rate`, else `1 / (1 - rate)`.
    public Tensor keep(Shape shape, double rate) {
        float[] numbers = Tape.array(shape.size());
        Noise.keep(next(), (float) rate, (float) (1 / (1 - rate)), numbers, numbers.length);
        return Tensor.wrap(numbers, shape);
    }

    /// Numbers spread evenly over `[low, high)`.
    public Tensor uniform(Shape shape, double low, double high) {
        float[] numbers = Tape.array(shape.size());
        Noise.uniform(next(), numbers, 0, numbers.length);
        return Tensor.wrap(numbers, shape).mul((float) (high - low)).add((float) low);
    }

    /// Numbers from the bell curve around `mean`.
    public Tensor normal(Shape shape, double mean, double deviation) {
        float[] numbers = Tape.array(shape.size());
        Noise.normal(next(), numbers, 0, numbers.length);
        return Tensor.wrap(numbers, shape).mul((float) deviation).add((float) mean);
    }

    /// Numbers from the bell curve around `mean`; those further away than 2 deviations are drawn
    /// again.
    public Tensor truncatedNormal(Shape shape, double mean, double deviation) {
        float[] numbers = normal(shape, 0, 1).toArray();
        float[] fresh = numbers;
        for (int used = fresh.length, i = 0; i < numbers.length; i++) {
            while (!(Math.abs(numbers[i]) <= 2)) {
                if (used == fresh.length) {
                    fresh = normal(Shape.of(Math.max(16, numbers.length / 8)), 0, 1).toArray();
                    used = 0;
                }
                numbers[i] = fresh[used++];
            }
        }
        return Tensor.wrap(numbers, shape).mul((float) deviation).add((float) mean);
    }

    /// A seed made of two numbers, so that neighbours have nothing in common (SplitMix64).
    public static long mix(long seed, long index) {
        long z = seed + index * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
