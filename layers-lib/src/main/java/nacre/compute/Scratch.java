package nacre.compute;

import java.util.EnumMap;

/// Arrays that a thread keeps between calls, so that a step of training allocates nothing.
///
/// Each purpose has an array of its own, which grows to the largest size asked for; what is in it
/// is left over from before.
final class Scratch {
    enum Use {
        ROWS,
        TAPS,
        PLACES,
        PACKED_A,
        PACKED_B,
        TILE,
        START,
        TURNED,
        STRIP,
        UNPOOLED,
        KERNEL,
        PARTS,
        REPEATED,
        ROW,
        BOTH,
        BLOCK,
        CHANNELS,
        MEANS,
        SEEN,
        SCORES,
        END,
        ONE,
        /// Never written to.
        ZEROS
    }

    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);

    private final EnumMap<Use, float[]> floats = new EnumMap<>(Use.class);
    private final EnumMap<Use, int[]> ints = new EnumMap<>(Use.class);

    private Scratch() {}

    /// At least `n` floats of the current thread.
    static float[] floats(Use use, int n) {
        var mine = MINE.get().floats;
        float[] x = mine.get(use);
        if (x == null || x.length < n) {
            x = new float[n];
            mine.put(use, x);
        }
        return x;
    }

    /// At least `n` ints of the current thread.
    static int[] ints(Use use, int n) {
        var mine = MINE.get().ints;
        int[] x = mine.get(use);
        if (x == null || x.length < n) {
            x = new int[n];
            mine.put(use, x);
        }
        return x;
    }

    /// The table `0, step, 2·step, …` of `n` entries.
    static int[] steps(Use use, int n, int step) {
        int[] x = ints(use, n);
        for (int i = 0; i < n; i++) {
            x[i] = i * step;
        }
        return x;
    }
}
