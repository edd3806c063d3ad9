package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void theLanesAreAddedInOneOrderHoweverOftenItRuns() {
        assumeTrue(Vectors.ON);
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) { // long enough to be compiled in between
            float[] x = new float[Lanes.COUNT];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat() - 0.5f;
            }
            assertEquals(halfByHalf(x.clone()), Lanes.sum(FloatVector.fromArray(Lanes.S, x, 0)));
        }
    }

    private static float halfByHalf(float[] x) {
        for (int half = x.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                x[i] += x[i + half];
            }
        }
        return x[0];
    }
}
