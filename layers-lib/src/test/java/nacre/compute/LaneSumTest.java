package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class LaneSumTest {
    @Test
    void theOrderIsAlwaysTheSame() {
        assumeTrue(Vectors.ON);
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) { // long enough to be compiled in between
            float[] x = new float[Lanes.COUNT];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat() - 0.5f;
            }
            assertEquals(halved(x), LaneSum.of(FloatVector.fromArray(Lanes.S, x, 0)));
        }
    }

    /// The first half and the second are added, until one number is left.
    private static float halved(float[] x) {
        float[] sums = x.clone();
        for (int half = x.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }
}
