package nacre.compute;

/// Random numbers without a state: number `i` of a seed is a hash of both, whichever thread asks
/// for it.
public final class Noise {
    private Noise() {}

    /// Numbers evenly spread over [0, 1).
    public static void uniform(long seed, float[] out, int oo, int n) {
        Threads.forEach(
                n,
                Elementwise.GRAIN,
                (from, to) -> {
                    if (Warmup.loopsReady()) {
                        VectorNoise.uniform(seed, out, oo, from, to);
                    } else {
                        PlainNoise.uniform(seed, out, oo, from, to);
                    }
                });
    }

    /// Numbers from the normal distribution with mean 0 and deviation 1.
    public static void normal(long seed, float[] out, int oo, int n) {
        Threads.forEach(
                n, Elementwise.GRAIN / 4, (from, to) -> PlainNoise.normal(seed, out, oo, from, to));
    }

    /// A mask for dropout: 0 with probability `rate`, else `scale`.
    public static void keep(long seed, float rate, float scale, float[] out, int n) {
        Threads.forEach(
                n,
                Elementwise.GRAIN,
                (from, to) -> {
                    if (Warmup.loopsReady()) {
                        VectorNoise.keep(seed, rate, scale, out, from, to);
                    } else {
                        PlainNoise.keep(seed, rate, scale, out, from, to);
                    }
                });
    }
}
