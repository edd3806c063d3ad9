package nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The numbers are those that NumPy 1.24 gives.
class NumpyRandomTest {
    @Test
    void drawsWhatNumpyDraws() { // RandomState(5489).randint(0, 2**32, 3, dtype=np.uint32)
        var random = new NumpyRandom(5489);
        for (long expected : new long[] {3499211612L, 581869302L, 3890346734L}) {
            assertEquals(expected, Integer.toUnsignedLong(random.next()));
        }
    }

    @Test
    void shufflesAsNumpyShuffles() { // RandomState(42).permutation(12)
        assertArrayEquals(
                new int[] {10, 9, 0, 8, 5, 2, 1, 11, 4, 7, 3, 6},
                new NumpyRandom(42).permutation(12));
        assertArrayEquals(
                new int[] {5, 1, 8, 7, 0, 6, 4, 2, 3}, // RandomState(2**32 - 1)
                new NumpyRandom(-1).permutation(9));
    }

    @Test
    void reviewsAndHousesComeInKerasOrder() { // RandomState(113), which Keras uses
        var random = new NumpyRandom(Datasets.KERAS_SEED);
        assertArrayEquals(
                new int[] {7798, 13226, 18078, 793, 17499, 23003, 574, 19638},
                Arrays.copyOf(random.permutation(25_000), 8));
        assertArrayEquals(
                new int[] {22748, 4083, 8015, 13688, 5310, 4466, 736, 22654},
                Arrays.copyOf(random.permutation(25_000), 8));
        int[] houses = new NumpyRandom(Datasets.KERAS_SEED).permutation(506);
        assertArrayEquals(
                new int[] {22, 202, 368, 335, 461, 323, 382, 143}, Arrays.copyOf(houses, 8));
        assertArrayEquals(
                new int[] {415, 112, 339, 160, 87, 494}, Arrays.copyOfRange(houses, 404, 410));
    }
}
