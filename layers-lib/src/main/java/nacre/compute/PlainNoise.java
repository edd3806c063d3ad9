package nacre.compute;

/// The loops of [Noise] over the numbers `from` to `to`.
final class PlainNoise {
    /// The step of an even spread over all integers: 2³² divided by the golden ratio.
    static final int GOLDEN = 0x9E3779B9;

    static final float STEP = 1f / (1 << 24);

    private PlainNoise() {}

    static void uniform(long seed, float[] out, int oo, int from, int to) {
        for (int i = from; i < to; i++) {
            out[oo + i] = uniform(seed, i);
        }
    }

    static void keep(long seed, float rate, float scale, float[] out, int from, int to) {
        int kept = Float.floatToRawIntBits(scale); // a choice of integers needs no branch
        for (int i = from; i < to; i++) {
            out[i] = Float.intBitsToFloat(uniform(seed, i) < rate ? 0 : kept);
        }
    }

    /// Two evenly spread numbers are a direction and a distance in the plane (Box and Muller); this
    /// takes one coordinate.
    static void normal(long seed, float[] out, int oo, int from, int to) {
        for (int i = from; i < to; i++) {
            double distance = Math.sqrt(-2 * Math.log(1 - uniform(seed, i)));
            out[oo + i] = (float) (distance * Math.cos(2 * Math.PI * uniform(~seed, i)));
        }
    }

    static float uniform(long seed, int i) {
        return (hash(seed, i) >>> 8) * STEP;
    }

    /// Number `i` of the seed: both halves of the seed are stirred in, one before each round.
    static int hash(long seed, int i) {
        return mix(mix(i * GOLDEN + (int) seed) + (int) (seed >>> 32));
    }

    /// Spreads every bit of `x` over the whole word: xor with the upper bits, multiply, twice.
    static int mix(int x) {
        x = (x ^ (x >>> 16)) * 0x7FEB352D;
        x = (x ^ (x >>> 15)) * 0x846CA68B;
        return x ^ (x >>> 16);
    }
}
