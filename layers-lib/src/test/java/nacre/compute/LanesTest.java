package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void theLanesAreAddedInOrderHoweverOftenItRuns() {
        assumeTrue(Vectors.ON);
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) { // long enough to be compiled in between
            float[] x = new float[Lanes.COUNT];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextFloat() - 0.5f;
            }
            assertEquals(inOrder(x), Lanes.sum(FloatVector.fromArray(Lanes.S, x, 0)));
        }
    }

    private static float inOrder(float[] x) {
        float sum = 0;
        for (float each : x) {
            sum += each;
        }
        return sum;
    }
}
