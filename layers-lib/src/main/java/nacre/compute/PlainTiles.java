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
            c[co + j] = MultiplyAdd.of(x, b[bo + j], c[co + j]);
        }
    }

    private static void addProducts(
            float[] a, int ao, float[] b, int bo, float[] c, int co, int n) {
        for (int j = 0; j < n; j++) {
            c[co + j] = MultiplyAdd.of(a[ao + j], b[bo + j], c[co + j]);
        }
    }

    private static void cut(float[] c, int co, int n, float floor) {
        for (int j = 0; j < n; j++) {
            c[co + j] = c[co + j] < floor ? 0 : c[co + j];
        }
    }
}
