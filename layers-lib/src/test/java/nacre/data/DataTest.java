package nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataTest {

    @Test
    void aSeedGivesTheSameSamplesAndAnotherSeedOthers() {
        assertArrayEquals(Data.digits(20, 7).x().toArray(), Data.digits(20, 7).x().toArray());
        assertNotEquals(
                Arrays.hashCode(Data.digits(20, 7).x().toArray()),
                Arrays.hashCode(Data.digits(20, 8).x().toArray()));
    }

    @Test
    void aLargerSetOnlyAddsSamples() {
        assertArrayEquals(
                Data.digits(10, 7).x().toArray(), Data.digits(30, 7).take(10).x().toArray());
        assertArrayEquals(
                Data.moons(10, 0.1, 7).x().toArray(),
                Data.moons(30, 0.1, 7).take(10).x().toArray());
    }

    @Test
    void shapesAreThoseOfTheDocs() {
        assertEquals("9 samples: x (9, 2), y (9,)", Data.spirals(9, 3, 0.02, 1).toString());
        assertEquals("8 samples: x (8, 2), y (8,)", Data.blobs(8, 4, 0.2, 1).toString());
        assertEquals("5 samples: x (5, 1), y (5, 1)", Data.sine(5, 0.1, 1).toString());
        assertEquals("5 samples: x (5, 20, 1), y (5, 1)", Data.waves(5, 20, 0, 1).toString());
        assertEquals("5 samples: x (5, 8, 1), y (5,)", Data.parity(5, 8, 1).toString());
    }

    @Test
    void everyPieceOfAPlaneHasAllClasses() {
        int[] labels = Data.spirals(30, 3, 0.02, 1).skip(12).take(9).labels();
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2}, labels);
    }

    @Test
    void withoutNoiseTheFormsAreExact() {
        DataSet circles = Data.circles(40, 0, 3);
        for (int i = 0; i < 40; i++) {
            double radius = Math.hypot(circles.x().get(i, 0), circles.x().get(i, 1));
            assertEquals(circles.labels()[i] == 0 ? 1 : 0.5, radius, 1e-6);
        }
        DataSet xor = Data.xor(40, 0, 3);
        for (int i = 0; i < 40; i++) {
            boolean sameSign = xor.x().get(i, 0) > 0 == xor.x().get(i, 1) > 0;
            assertEquals(sameSign ? 0 : 1, xor.labels()[i]);
        }
        DataSet sine = Data.sine(20, 0, 3);
        for (int i = 0; i < 20; i++) {
            assertEquals(Math.sin(sine.x().get(i, 0)), sine.y().get(i, 0), 1e-6);
        }
    }

    @Test
    void parityCountsTheOnes() {
        DataSet data = Data.parity(50, 9, 4);
        for (int i = 0; i < 50; i++) {
            int row = i;
            long ones = IntStream.range(0, 9).filter(t -> data.x().get(row, t, 0) == 1).count();
            assertEquals(ones % 2, data.labels()[i]);
        }
    }

    @Test
    void digitsAreInkOnPaper() {
        DataSet digits = Data.digits(300, 5);
        float[] pixels = digits.x().toArray();
        for (int i = 0; i < 300; i++) {
            float[] one = Arrays.copyOfRange(pixels, i * 784, (i + 1) * 784);
            double ink = IntStream.range(0, 784).mapToDouble(p -> one[p]).sum();
            assertTrue(ink > 20 && ink < 260, "digit " + i + " has ink " + ink);
            for (float p : one) {
                assertTrue(p >= 0 && p <= 1, "pixel " + p);
            }
        }
        assertEquals(10, Arrays.stream(digits.labels()).distinct().count());
    }

    /// The lessons need digits that a simple rule gets mostly, and not wholly, right.
    @Test
    void theNearestNeighbourIsUsuallyTheSameDigit() {
        DataSet all = Data.digits(1700, 5);
        float[] x = all.x().toArray();
        int[] y = all.labels();
        int right = 0;
        for (int i = 1500; i < 1700; i++) {
            right += y[nearest(x, i, 1500)] == y[i] ? 1 : 0;
        }
        assertTrue(right > 160 && right < 198, right + " of 200 are right");
    }

    private static int nearest(float[] x, int of, int among) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int j = 0; j < among; j++) {
            double distance = 0;
            for (int p = 0; p < 784; p++) {
                double d = x[of * 784 + p] - x[j * 784 + p];
                distance += d * d;
            }
            if (distance < least) {
                least = distance;
                best = j;
            }
        }
        return best;
    }

    @Test
    void splitAndShuffleKeepSamplesAndAnswersTogether() {
        DataSet data = Data.circles(50, 0, 1).shuffle(9);
        var parts = data.split(0.8);
        assertEquals(40, parts.train().size());
        assertEquals(10, parts.test().size());
        for (DataSet part : new DataSet[] {parts.train(), parts.test()}) {
            for (int i = 0; i < part.size(); i++) {
                double radius = Math.hypot(part.x().get(i, 0), part.x().get(i, 1));
                assertEquals(part.labels()[i] == 0 ? 1 : 0.5, radius, 1e-6);
            }
        }
        assertNotEquals(
                Arrays.toString(Data.circles(50, 0, 1).labels()), Arrays.toString(data.labels()));
    }

    @Test
    void samplesCanBePickedByTheirNumbers() {
        DataSet data = Data.blobs(20, 3, 0.1, 1);
        DataSet picked = data.rows(7, 0, 7);
        assertEquals(3, picked.size());
        assertEquals(data.x().at(0, 7).toString(), picked.x().at(0, 2).toString());
        assertEquals(data.labels()[0], picked.labels()[1]);
        assertEquals(
                "there is no sample 20; the samples are 0 to 19", message(() -> data.rows(20)));
    }

    @Test
    void wrongLabelsAreExactlyTheShareAskedFor() {
        DataSet clean = Data.digits(600, 2);
        DataSet noisy = clean.wrongLabels(0.15, 3);
        int[] was = clean.labels();
        int[] is = noisy.labels();
        assertEquals(90, IntStream.range(0, 600).filter(i -> was[i] != is[i]).count());
        assertTrue(Arrays.stream(is).allMatch(label -> label >= 0 && label < 10));
    }

    @Test
    void errorsSayWhatIsWrong() {
        assertEquals("n must be at least 1; got 0", message(() -> Data.moons(0, 0.1, 1)));
        assertEquals("arms must be at least 1; got 0", message(() -> Data.spirals(9, 0, 0.1, 1)));
        assertEquals(
                "split needs a share from 0 to 1, such as 0.8; got 80.0",
                message(() -> Data.moons(10, 0.1, 1).split(80)));
        assertEquals(
                "there are 10 samples; samples 0 to 11 are not all among them",
                message(() -> Data.moons(10, 0.1, 1).take(12)));
    }

    private static String message(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }
}
