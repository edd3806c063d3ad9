package nacre.compute;

import static nacre.compute.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/// Adds up the lanes of a vector, always in the same order.
///
/// The Vector API's own `reduceLanes(ADD)` leaves the order open, and it does change in the middle
/// of a run, when a loop gets compiled: then the same seed would no longer give the same numbers.
final class LaneSum {
    private static final int L = Lanes.COUNT;
    private static final VectorShuffle<Float> BY_32 = turned(32);
    private static final VectorShuffle<Float> BY_16 = turned(16);
    private static final VectorShuffle<Float> BY_8 = turned(8);
    private static final VectorShuffle<Float> BY_4 = turned(4);
    private static final VectorShuffle<Float> BY_2 = turned(2);
    private static final VectorShuffle<Float> BY_1 = turned(1);

    private LaneSum() {}

    /// Lane `i` takes the place of the one `lanes` before it.
    private static VectorShuffle<Float> turned(int lanes) {
        return VectorShuffle.fromOp(S, i -> (i + lanes) % L);
    }

    static float of(FloatVector vector) {
        FloatVector sums = vector;
        if (L > 32) {
            sums = sums.add(sums.rearrange(BY_32));
        }
        if (L > 16) {
            sums = sums.add(sums.rearrange(BY_16));
        }
        if (L > 8) {
            sums = sums.add(sums.rearrange(BY_8));
        }
        if (L > 4) {
            sums = sums.add(sums.rearrange(BY_4));
        }
        sums = sums.add(sums.rearrange(BY_2));
        return sums.add(sums.rearrange(BY_1)).lane(0);
    }
}
