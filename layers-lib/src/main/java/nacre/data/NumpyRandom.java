package nacre.data;

/// Draws what `numpy.random.RandomState` draws, so that samples come in the order in which Keras
/// gives them: the Mersenne twister MT19937.
///
/// Source: M. Matsumoto, T. Nishimura: Mersenne twister (1998); [NumPy,
/// RandomState](https://numpy.org/doc/stable/reference/random/legacy.html).
final class NumpyRandom {
    private static final int SIZE = 624;
    private static final int SHIFT = 397; // how far the two mixed words lie apart
    private static final int TWIST = 0x9908b0df;

    private final int[] words = new int[SIZE];
    private int used = SIZE;

    /// From this seed.
    NumpyRandom(int seed) {
        words[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ words[i - 1] >>> 30) + i;
        }
    }

    /// The next 32 bits.
    int next() {
        if (used == SIZE) {
            twist();
            used = 0;
        }
        int y = words[used++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = words[i] & 0x80000000 | words[(i + 1) % SIZE] & 0x7fffffff;
            words[i] = words[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
        }
    }

    /// A number from 0 to `most`: as many bits as that has, drawn until they are not too large.
    private int upTo(int most) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int value = next() & mask;
        while (value > most) {
            value = next() & mask;
        }
        return value;
    }

    /// The numbers 0, 1, 2, … in another order.
    int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = upTo(i);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }
}
