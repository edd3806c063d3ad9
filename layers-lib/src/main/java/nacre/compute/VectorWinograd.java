package nacre.compute;

import static jdk.incubator.vector.FloatVector.fromArray;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The loops of [Winograd], a vector of channels or filters at a time; the plain twin is
/// [PlainWinograd], which gives the same bits.
///
/// Why they are fast: nothing is multiplied but by ½, and what is added lies in registers.
final class VectorWinograd {
    private static final int L = Lanes.COUNT;

    /// As wide as what lies together in the packed order.
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private VectorWinograd() {}

    /// One vector of columns of the kernel, for `terms` terms that lie `row` apart.
    static void kernel(
            float[] k, int at, int tap, int row, int terms, float[] u, int to, int apart) {
        for (int p = 0; p < terms; p++) {
            int from = at + p * row;
            int i = to + p * Winograd.WIDE;
            FloatVector g0 = fromArray(S, k, from);
            FloatVector g1 = fromArray(S, k, from + tap);
            FloatVector g2 = fromArray(S, k, from + 2 * tap);
            FloatVector h0 = fromArray(S, k, from + 6 * tap);
            FloatVector h1 = fromArray(S, k, from + 7 * tap);
            FloatVector h2 = fromArray(S, k, from + 8 * tap);
            row(g0, g1, g2, u, i, apart);
            row(h0, h1, h2, u, i + 12 * apart, apart);
            FloatVector m0 = fromArray(S, k, from + 3 * tap);
            FloatVector m1 = fromArray(S, k, from + 4 * tap);
            FloatVector m2 = fromArray(S, k, from + 5 * tap);
            FloatVector s0 = g0.add(h0);
            FloatVector s1 = g1.add(h1);
            FloatVector s2 = g2.add(h2);
            row(
                    s0.add(m0).mul(0.5f),
                    s1.add(m1).mul(0.5f),
                    s2.add(m2).mul(0.5f),
                    u,
                    i + 4 * apart,
                    apart);
            row(
                    s0.sub(m0).mul(0.5f),
                    s1.sub(m1).mul(0.5f),
                    s2.sub(m2).mul(0.5f),
                    u,
                    i + 8 * apart,
                    apart);
        }
    }

    private static void row(
            FloatVector a, FloatVector b, FloatVector c, float[] u, int to, int apart) {
        FloatVector s = a.add(c);
        a.intoArray(u, to);
        s.add(b).mul(0.5f).intoArray(u, to + apart);
        s.sub(b).mul(0.5f).intoArray(u, to + 2 * apart);
        c.intoArray(u, to + 3 * apart);
    }

    /// The channels of one patch, whose lines lie `line` apart.
    static void input(float[] x, int at, int line, int channels, float[] v, int to, int apart) {
        for (int c = 0; c <= channels - VectorPack.TOGETHER; c += VectorPack.TOGETHER) {
            int i0 = at + c;
            int i1 = i0 + channels;
            int i2 = i1 + channels;
            int i3 = i2 + channels;
            FloatVector d00 = fromArray(FOUR, x, i0);
            FloatVector d10 = fromArray(FOUR, x, i0 + line);
            FloatVector d20 = fromArray(FOUR, x, i0 + 2 * line);
            FloatVector d30 = fromArray(FOUR, x, i0 + 3 * line);
            FloatVector d01 = fromArray(FOUR, x, i1);
            FloatVector d11 = fromArray(FOUR, x, i1 + line);
            FloatVector d21 = fromArray(FOUR, x, i1 + 2 * line);
            FloatVector d31 = fromArray(FOUR, x, i1 + 3 * line);
            FloatVector d02 = fromArray(FOUR, x, i2);
            FloatVector d12 = fromArray(FOUR, x, i2 + line);
            FloatVector d22 = fromArray(FOUR, x, i2 + 2 * line);
            FloatVector d32 = fromArray(FOUR, x, i2 + 3 * line);
            FloatVector d03 = fromArray(FOUR, x, i3);
            FloatVector d13 = fromArray(FOUR, x, i3 + line);
            FloatVector d23 = fromArray(FOUR, x, i3 + 2 * line);
            FloatVector d33 = fromArray(FOUR, x, i3 + 3 * line);
            int o = to + c * Tiles.ROWS;
            FloatVector a0 = d00.sub(d20);
            FloatVector a1 = d01.sub(d21);
            FloatVector a2 = d02.sub(d22);
            FloatVector a3 = d03.sub(d23);
            a0.sub(a2).intoArray(v, o);
            a1.add(a2).intoArray(v, o + apart);
            a2.sub(a1).intoArray(v, o + 2 * apart);
            a1.sub(a3).intoArray(v, o + 3 * apart);
            a0 = d10.add(d20);
            a1 = d11.add(d21);
            a2 = d12.add(d22);
            a3 = d13.add(d23);
            a0.sub(a2).intoArray(v, o + 4 * apart);
            a1.add(a2).intoArray(v, o + 5 * apart);
            a2.sub(a1).intoArray(v, o + 6 * apart);
            a1.sub(a3).intoArray(v, o + 7 * apart);
            a0 = d20.sub(d10);
            a1 = d21.sub(d11);
            a2 = d22.sub(d12);
            a3 = d23.sub(d13);
            a0.sub(a2).intoArray(v, o + 8 * apart);
            a1.add(a2).intoArray(v, o + 9 * apart);
            a2.sub(a1).intoArray(v, o + 10 * apart);
            a1.sub(a3).intoArray(v, o + 11 * apart);
            a0 = d10.sub(d30);
            a1 = d11.sub(d31);
            a2 = d12.sub(d32);
            a3 = d13.sub(d33);
            a0.sub(a2).intoArray(v, o + 12 * apart);
            a1.add(a2).intoArray(v, o + 13 * apart);
            a2.sub(a1).intoArray(v, o + 14 * apart);
            a1.sub(a3).intoArray(v, o + 15 * apart);
        }
    }

    /// The results of a tile in `columns` columns, or the largest of its four.
    ///
    /// @param m the products, `apart` from one another
    /// @param floor what is below becomes zero
    /// @param check takes on NaN where a result is not finite
    /// @param right how far the results of the right half lie from those of the left, or 0 if
    ///   nobody wants them: those of the left are written over them
    /// @param below the same for the lower half
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
        FloatVector low = FloatVector.broadcast(S, floor);
        FloatVector checked = fromArray(S, check, 0);
        for (int j = 0; j < columns; j += L) {
            int i = at + j;
            FloatVector b = fromArray(S, bias, biasAt + j);
            FloatVector m1 = fromArray(S, m, i + 4 * apart);
            FloatVector m2 = fromArray(S, m, i + 8 * apart);
            FloatVector y00 = fromArray(S, m, i).add(m1).add(m2);
            FloatVector y10 = m1.sub(m2).sub(fromArray(S, m, i + 12 * apart));
            m1 = fromArray(S, m, i + 5 * apart);
            m2 = fromArray(S, m, i + 9 * apart);
            FloatVector y01 = fromArray(S, m, i + apart).add(m1).add(m2);
            FloatVector y11 = m1.sub(m2).sub(fromArray(S, m, i + 13 * apart));
            y00 = y00.add(y01);
            y10 = y10.add(y11);
            m1 = fromArray(S, m, i + 6 * apart);
            m2 = fromArray(S, m, i + 10 * apart);
            FloatVector sum = fromArray(S, m, i + 2 * apart).add(m1).add(m2);
            FloatVector less = m1.sub(m2).sub(fromArray(S, m, i + 14 * apart));
            y00 = y00.add(sum).add(b);
            y10 = y10.add(less).add(b);
            y01 = y01.sub(sum);
            y11 = y11.sub(less);
            m1 = fromArray(S, m, i + 7 * apart);
            m2 = fromArray(S, m, i + 11 * apart);
            sum = fromArray(S, m, i + 3 * apart).add(m1).add(m2);
            less = m1.sub(m2).sub(fromArray(S, m, i + 15 * apart));
            y01 = y01.sub(sum).add(b);
            y11 = y11.sub(less).add(b);
            FloatVector all = y00.add(y01).add(y10.add(y11));
            checked = checked.add(all.mul(0f));
            int o = to + j;
            if (pooled) {
                FloatVector y = y00.max(y01).max(y10.max(y11));
                y.blend(0f, y.compare(VectorOperators.LT, low)).intoArray(out, o);
            } else {
                y11.blend(0f, y11.compare(VectorOperators.LT, low))
                        .intoArray(out, o + below + right);
                y10.blend(0f, y10.compare(VectorOperators.LT, low)).intoArray(out, o + below);
                y01.blend(0f, y01.compare(VectorOperators.LT, low)).intoArray(out, o + right);
                y00.blend(0f, y00.compare(VectorOperators.LT, low)).intoArray(out, o);
            }
        }
        checked.intoArray(check, 0);
    }
}
