package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedStripTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void packedWindowsGiveTheSameBitsAsWindowsInPlace() {
        assumeTrue(
                Vectors.ON && !Vectors.MANY_REGISTERS, "only for vectors in 16 registers or fewer");
        for (int i = 0; i < 200; i++) {
            int rows = 1 + random.nextInt(230);
            int columns = Tiles.COLUMNS + random.nextInt(4 * Tiles.COLUMNS);
            int line = 4 * (4 + random.nextInt(20));
            int depth = line * (1 + random.nextInt(9));
            float @Nullable [] bias = random.nextBoolean() ? Check.random(random, columns) : null;
            Unary @Nullable [] functions = {null, Unary.RELU, Unary.TANH};
            Unary f = functions[random.nextInt(3)];
            Epilogue end = new Epilogue(bias == null && random.nextBoolean(), bias, f);
            compare(rows, columns, depth, line, end);
        }
    }

    private void compare(int rows, int columns, int depth, int line, Epilogue end) {
        float[] a = Check.random(random, 500);
        Matrix kernel = new Matrix(Check.random(random, depth * columns), 0, columns, 1);
        float[] room = new float[Panels.size(depth, columns)];
        Panels b = Panels.packed(room, 0, depth, columns);
        b.pack(kernel, 0, depth, columns);
        int[] starts = new int[rows];
        int[] places = new int[rows];
        int wide = 1 + random.nextInt(60); // places of a line of the result
        for (int i = 0; i < rows; i++) {
            starts[i] = random.nextInt(200);
            places[i] = (i + i / wide) * columns;
        }
        int[] taps = new int[depth];
        for (int p = 0; p < depth; p++) {
            int apart = p / line % 2; // no line goes on where the one before it ends
            taps[p] = p % line == 0 ? 2 * random.nextInt(100) + apart : taps[p - 1] + 1;
        }
        float[] expected = Check.random(random, 5 + 2 * rows * columns);
        float[] c = expected.clone();
        Tiles t = new Tiles(a, starts, taps, depth, room, b.step(), expected, places, false);
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int width = Math.min(Tiles.COLUMNS, columns - j);
            end.run(t, 3, 0, rows, b.of(j), 5 + j, j, width, true, true);
        }
        Tiles packed = new Tiles(a, starts, taps, depth, room, b.step(), c, places, false);
        assertTrue(PackedStrip.fits(packed));
        PackedStrip.run(packed, b, 3, rows, 5, 0, columns, end);
        assertArrayEquals(expected, c, rows + " " + columns + " " + depth + " " + line + end);
    }
}
