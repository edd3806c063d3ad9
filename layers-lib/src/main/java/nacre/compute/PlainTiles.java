package nacre.compute;

/// The loops of [Tiles], row by row.
///
/// With fused multiply-adds, as the vectors have, so that both give the same bits; on the rare
/// processor without that instruction it would be very slow.
final class PlainTiles {
    private static final int TRIES = 50;
    private static final boolean FUSED = isQuick();

    private PlainTiles() {}

    /// Without the instruction, one takes about a microsecond. One quick try is enough: in others
    /// the thread may have lost its processor for a while, which must not change any result.
    private static boolean isQuick() {
        for (int i = 0; i < TRIES; i++) {
            float x = 0;
            long start = System.nanoTime();
            for (int j = 0; j < 100; j++) {
                x = Math.fma(x, 0.5f, 1f);
            }
            if (x > 0 && System.nanoTime() - start < 30_000) {
                return true;
            }
        }
        return false;
    }

    static void run(
            Tiles t,
            int aAt,
            int from,
            int to,
            int bAt,
            int cAt,
            int columns,
            float[] start,
            int startAt,
            float floor) {
        for (int i = from; i < to; i++) {
            int out = cAt + t.places()[i];
            if (start != t.c()) {
                System.arraycopy(start, startAt, t.c(), out, columns);
            }
            for (int p = 0; p < t.depth(); p++) {
                int at = aAt + t.rows()[i] + t.taps()[p];
                if (t.apart()) {
                    addProducts(t.a(), at, t.b(), bAt + p * t.step(), t.c(), out, columns);
                } else {
                    addScaled(t.a()[at], t.b(), bAt + p * t.step(), t.c(), out, columns);
                }
            }
            cut(t.c(), out, columns, floor);
        }
    }

    private static void addScaled(float x, float[] b, int bo, float[] c, int co, int n) {
        for (int j = 0; j < n; j++) {
            c[co + j] = FUSED ? Math.fma(x, b[bo + j], c[co + j]) : c[co + j] + x * b[bo + j];
        }
    }

    private static void addProducts(
            float[] a, int ao, float[] b, int bo, float[] c, int co, int n) {
        for (int j = 0; j < n; j++) {
            c[co + j] =
                    FUSED
                            ? Math.fma(a[ao + j], b[bo + j], c[co + j])
                            : c[co + j] + a[ao + j] * b[bo + j];
        }
    }

    private static void cut(float[] c, int co, int n, float floor) {
        for (int j = 0; j < n; j++) {
            c[co + j] = c[co + j] < floor ? 0 : c[co + j];
        }
    }
}
