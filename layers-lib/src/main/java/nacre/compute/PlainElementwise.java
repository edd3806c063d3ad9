package nacre.compute;

/// The loops of [Elementwise], one element at a time.
final class PlainElementwise {
    private PlainElementwise() {}

    static void unary(Unary f, float[] x, int xo, float[] out, int oo, int n) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = f.plain(x[xo + i]);
        }
    }

    static void binary(Binary f, float[] a, int ao, float[] b, int bo, float[] out, int oo, int n) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = f.plain(a[ao + i], b[bo + i]);
        }
    }

    static void scalar(Binary f, float[] a, int ao, float b, float[] out, int oo, int n) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = f.plain(a[ao + i], b);
        }
    }

    static void scalarLeft(Binary f, float a, float[] b, int bo, float[] out, int oo, int n) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = f.plain(a, b[bo + i]);
        }
    }

    static void fma(float[] x, int xo, float s, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = MultiplyAdd.of(s, x[xo + i], y[yo + i]);
        }
    }
}
