package nacre.compute;

/// The loops of [Winograd], number by number.
final class PlainWinograd {
    private PlainWinograd() {}

    /// `columns` columns of the kernel, for `terms` terms that lie `row` apart:
    ///
    /// ```
    ///                      | 1   0   0 |
    /// U = G · g · Gᵀ   G = | ½   ½   ½ |
    ///                      | ½  -½   ½ |
    ///                      | 0   0   1 |
    /// ```
    static void kernel(
            float[] k,
            int at,
            int tap,
            int row,
            int terms,
            int columns,
            float[] u,
            int to,
            int apart) {
        for (int p = 0; p < terms; p++) {
            for (int j = 0; j < columns; j++) {
                int i = at + p * row + j;
                int o = to + p * Winograd.WIDE + j;
                float g0 = k[i];
                float g1 = k[i + tap];
                float g2 = k[i + 2 * tap];
                float m0 = k[i + 3 * tap];
                float m1 = k[i + 4 * tap];
                float m2 = k[i + 5 * tap];
                float h0 = k[i + 6 * tap];
                float h1 = k[i + 7 * tap];
                float h2 = k[i + 8 * tap];
                float s0 = g0 + h0;
                float s1 = g1 + h1;
                float s2 = g2 + h2;
                row(g0, g1, g2, u, o, apart);
                row((s0 + m0) * 0.5f, (s1 + m1) * 0.5f, (s2 + m2) * 0.5f, u, o + 4 * apart, apart);
                row((s0 - m0) * 0.5f, (s1 - m1) * 0.5f, (s2 - m2) * 0.5f, u, o + 8 * apart, apart);
                row(h0, h1, h2, u, o + 12 * apart, apart);
            }
        }
    }

    private static void row(float a, float b, float c, float[] u, int to, int apart) {
        u[to] = a;
        u[to + apart] = (a + c + b) * 0.5f;
        u[to + 2 * apart] = (a + c - b) * 0.5f;
        u[to + 3 * apart] = c;
    }

    /// The channels of one patch, whose lines lie `line` apart:
    ///
    /// ```
    ///                       | 1   0  -1   0 |
    /// V = Bᵀ · d · B   Bᵀ = | 0   1   1   0 |
    ///                       | 0  -1   1   0 |
    ///                       | 0   1   0  -1 |
    /// ```
    static void input(float[] x, int at, int line, int channels, float[] v, int to, int apart) {
        for (int c = 0; c < channels; c++) {
            int i0 = at + c;
            int i1 = i0 + line;
            int i2 = i1 + line;
            int i3 = i2 + line;
            int o = to + Winograd.packed(c);
            for (int i = 0; i < 4; i++) {
                int from = i == 0 ? i0 : i == 2 ? i2 : i1;
                int other = i == 2 ? i1 : i == 3 ? i3 : i2;
                float sign = i == 1 ? 1 : -1;
                float a0 = x[from] + sign * x[other];
                float a1 = x[from + channels] + sign * x[other + channels];
                float a2 = x[from + 2 * channels] + sign * x[other + 2 * channels];
                float a3 = x[from + 3 * channels] + sign * x[other + 3 * channels];
                v[o + 4 * i * apart] = a0 - a2;
                v[o + (4 * i + 1) * apart] = a1 + a2;
                v[o + (4 * i + 2) * apart] = a2 - a1;
                v[o + (4 * i + 3) * apart] = a1 - a3;
            }
        }
    }

    /// The results of a tile, or the largest of its four; see [VectorWinograd#output].
    ///
    /// ```
    ///                       | 1   1   1   0 |
    /// Y = Aᵀ · m · A   Aᵀ = | 0   1  -1  -1 |
    /// ```
    static void output(
            float[] m,
            int at,
            int apart,
            float[] bias,
            int biasAt,
            int columns,
            float floor,
            float[] check,
            float[] out,
            int to,
            int right,
            int below,
            boolean pooled) {
        float[] sums = new float[4];
        float[] less = new float[4];
        for (int j = 0; j < columns; j++) {
            for (int h = 0; h < 4; h++) {
                int i = at + j + h * apart;
                float m1 = m[i + 4 * apart];
                float m2 = m[i + 8 * apart];
                sums[h] = m[i] + m1 + m2;
                less[h] = m1 - m2 - m[i + 12 * apart];
            }
            float b = bias[biasAt + j];
            float y00 = sums[0] + sums[1] + sums[2] + b;
            float y01 = sums[1] - sums[2] - sums[3] + b;
            float y10 = less[0] + less[1] + less[2] + b;
            float y11 = less[1] - less[2] - less[3] + b;
            float all = y00 + y01 + (y10 + y11);
            check[0] += all * 0f;
            int o = to + j;
            if (pooled) {
                out[o] = cut(Math.max(Math.max(y00, y01), Math.max(y10, y11)), floor);
            } else {
                out[o + below + right] = cut(y11, floor);
                out[o + below] = cut(y10, floor);
                out[o + right] = cut(y01, floor);
                out[o] = cut(y00, floor);
            }
        }
    }

    private static float cut(float y, float floor) {
        return y < floor ? 0 : y;
    }
}
