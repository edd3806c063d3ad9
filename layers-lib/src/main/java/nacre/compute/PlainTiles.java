package nacre.compute;

/// The loops of [Tiles], row by row.
///
/// With fused multiply-adds, as the vectors have, so that both give the same bits.
final class PlainTiles {
    private PlainTiles() {}

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
            int at = aAt + t.rows()[i];
            int p = 0;
            for (; p + 4 <= t.depth() && !t.apart(); p += 4) {
                addFour(t, at, p, bAt + p * t.step(), out, columns);
            }
            for (; p < t.depth(); p++) {
                int tap = at + t.taps()[p];
                if (t.apart()) {
                    addProducts(t.a(), tap, t.b(), bAt + p * t.step(), t.c(), out, columns);
                } else {
                    addScaled(t.a()[tap], t.b(), bAt + p * t.step(), t.c(), out, columns);
                }
            }
            cut(t.c(), out, columns, floor);
        }
    }

    /// Four terms of the sum, one after the other: reading and writing `c` once for four makes it
    /// half as fast again.
    private static void addFour(Tiles t, int at, int p, int b0, int co, int n) {
        float[] b = t.b();
        float[] c = t.c();
        float x0 = t.a()[at + t.taps()[p]];
        float x1 = t.a()[at + t.taps()[p + 1]];
        float x2 = t.a()[at + t.taps()[p + 2]];
        float x3 = t.a()[at + t.taps()[p + 3]];
        int b1 = b0 + t.step();
        int b2 = b1 + t.step();
        int b3 = b2 + t.step();
        for (int j = 0; j < n; j++) {
            float sum = MultiplyAdd.of(x0, b[b0 + j], c[co + j]);
            sum = MultiplyAdd.of(x1, b[b1 + j], sum);
            sum = MultiplyAdd.of(x2, b[b2 + j], sum);
            c[co + j] = MultiplyAdd.of(x3, b[b3 + j], sum);
        }
    }

    private static void addScaled(float x, float[] b, int bo, float[] c, int co, int n) {
        for (int j = 0; j < n; j++) {
            c[co + j] = MultiplyAdd.of(x, b[bo + j], c[co + j]);
        }
    }

    private static void addProducts(
            float[] a, int ao, float[] b, int bo, float[] c, int co, int n) {
        for (int j = 0; j < n; j++) {
            c[co + j] = MultiplyAdd.of(a[ao + j], b[bo + j], c[co + j]);
        }
    }

    static void cut(float[] c, int co, int n, float floor) {
        for (int j = 0; j < n; j++) {
            c[co + j] = c[co + j] < floor ? 0 : c[co + j];
        }
    }
}
