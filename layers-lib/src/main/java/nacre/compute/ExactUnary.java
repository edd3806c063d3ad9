package nacre.compute;

/// The loops of those functions of [Unary] that are one instruction, so that every way to do them
/// gives the same bits.
///
/// Why it is fast: the compiler turns such a loop into vector instructions by itself, if it reads
/// and writes at the same index. So there is nothing to wait for until the Vector API is compiled.
/// The plain twin is [Unary#plain].
final class ExactUnary {
    private ExactUnary() {}

    static void run(Unary f, float[] x, int xo, float[] out, int oo, int n) {
        float[] from = x;
        if (xo != oo) {
            System.arraycopy(x, xo, out, oo, n);
            from = out;
        }
        int end = oo + n;
        switch (f) {
            case NEG -> neg(from, out, oo, end);
            case ABS -> abs(from, out, oo, end);
            case SQRT -> sqrt(from, out, oo, end);
            case SQUARE -> square(from, out, oo, end);
            case RECIPROCAL -> reciprocal(from, out, oo, end);
            case RELU -> relu(from, out, oo, end);
            default -> throw new IllegalArgumentException(f + " is not one instruction");
        }
    }

    private static void neg(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = -x[i];
        }
    }

    private static void abs(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = Math.abs(x[i]);
        }
    }

    private static void sqrt(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = (float) Math.sqrt(x[i]);
        }
    }

    private static void square(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = x[i] * x[i];
        }
    }

    private static void reciprocal(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = 1 / x[i];
        }
    }

    private static void relu(float[] x, float[] out, int start, int end) {
        for (int i = start; i < end; i++) {
            out[i] = Math.max(x[i], 0f);
        }
    }
}
