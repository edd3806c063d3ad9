package nacre.compute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TilesTest {
    private final SplittableRandom random = new SplittableRandom(8);

    private interface Run {
        void run(
                Tiles t,
                int aAt,
                int from,
                int to,
                int bAt,
                int cAt,
                int columns,
                float[] start,
                int startAt,
                float floor);
    }

    @Test
    void vectorTilesGiveTheSameBitsAsPlainOnes() {
        assumeTrue(Vectors.ON, "without the Vector API there are only plain tiles");
        sameBits(VectorTiles::run);
    }

    @Test
    void theFirstTileGivesTheSameBitsAsPlainOnes() {
        assumeTrue(Vectors.ON, "without the Vector API there are only plain tiles");
        sameBits(FirstTile::run);
    }

    private void sameBits(Run vectors) {
        for (int i = 0; i < 500; i++) {
            int rows = 1 + random.nextInt(20);
            int columns = i % 2 == 0 ? Tiles.COLUMNS : 1 + random.nextInt(Tiles.COLUMNS);
            int depth = random.nextInt(40);
            float[] a = Check.random(random, 200);
            float[] b = Check.random(random, 5 + depth * columns);
            float[] bias = Check.random(random, columns);
            float floor = random.nextBoolean() ? 0 : Tiles.NO_FLOOR;
            boolean add = random.nextBoolean();
            float[] plain = Check.random(random, 3 + rows * columns);
            float[] vector = plain.clone();
            int[] places = new int[rows];
            int[] starts = new int[rows];
            int[] taps = new int[depth];
            for (int r = 0; r < rows; r++) {
                places[r] = r * columns;
                starts[r] = random.nextInt(90);
            }
            int line = random.nextBoolean() ? 1 : 16 + random.nextInt(8);
            for (int p = 0; p < depth; p++) {
                taps[p] = p % line == 0 ? random.nextInt(85) : taps[p - 1] + 1;
            }
            Tiles one = new Tiles(a, starts, taps, depth, b, columns, plain, places, false);
            Tiles two = new Tiles(a, starts, taps, depth, b, columns, vector, places, false);
            PlainTiles.run(one, 1, 0, rows, 5, 3, columns, add ? plain : bias, 0, floor);
            vectors.run(two, 1, 0, rows, 5, 3, columns, add ? vector : bias, 0, floor);
            Check.close(plain, vector, 0, rows + " × " + columns + " × " + depth);
        }
    }
}
