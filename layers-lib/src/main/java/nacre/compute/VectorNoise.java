package nacre.compute;

import static jdk.incubator.vector.FloatVector.broadcast;
import static nacre.compute.Lanes.I;
import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The loops of [Noise] over vectors: the same hashes as [PlainNoise], bit by bit, as many at a
/// time as there are lanes.
final class VectorNoise {
    private static final int L = Lanes.COUNT;
    private static final IntVector COUNT = IntVector.zero(I).addIndex(1).mul(PlainNoise.GOLDEN);

    private VectorNoise() {}

    static void uniform(long seed, float[] out, int oo, int from, int to) {
        int i = from;
        for (; i <= to - L; i += L) {
            FloatVector x =
                    (FloatVector)
                            hash(seed, i)
                                    .lanewise(VectorOperators.LSHR, 8)
                                    .convert(VectorOperators.I2F, 0);
            x.mul(PlainNoise.STEP).intoArray(out, oo + i);
        }
        PlainNoise.uniform(seed, out, oo, i, to);
    }

    static void keep(long seed, float rate, float scale, float[] out, int from, int to) {
        FloatVector kept = broadcast(S, scale);
        int i = from;
        for (; i <= to - L; i += L) {
            FloatVector x =
                    (FloatVector)
                            hash(seed, i)
                                    .lanewise(VectorOperators.LSHR, 8)
                                    .convert(VectorOperators.I2F, 0);
            kept.blend(0f, x.mul(PlainNoise.STEP).compare(VectorOperators.LT, rate))
                    .intoArray(out, i);
        }
        PlainNoise.keep(seed, rate, scale, out, i, to);
    }

    private static IntVector hash(long seed, int i) {
        IntVector x = mix(COUNT.add(i * PlainNoise.GOLDEN + (int) seed));
        return mix(x.add((int) (seed >>> 32)));
    }

    private static IntVector mix(IntVector x) {
        x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16)).mul(0x7FEB352D);
        x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15)).mul(0x846CA68B);
        return x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16));
    }
}
