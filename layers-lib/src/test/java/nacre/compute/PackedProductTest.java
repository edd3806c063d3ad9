package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackedProductTest {
    private final SplittableRandom random = new SplittableRandom(6);

    @BeforeEach
    void packed() {
        assumeTrue(
                Vectors.ON && !Vectors.MANY_REGISTERS, "only for vectors in 16 registers or fewer");
    }

    @Test
    void packedTermsGiveTheSameBitsAsTermsInPlace() {
        for (int i = 0; i < 200; i++) {
            int m = 1 + random.nextInt(230);
            int n = 1 + random.nextInt(5 * Tiles.COLUMNS);
            int k = 1 + random.nextInt(i % 10 == 0 ? 1800 : 60);
            float @Nullable [] bias = random.nextBoolean() ? Check.random(random, n) : null;
            Unary @Nullable [] functions = {null, Unary.RELU, Unary.TANH};
            Unary f = functions[random.nextInt(3)];
            Epilogue end = new Epilogue(bias == null && random.nextBoolean(), bias, f);
            Matrix a = matrix(m, k);
            compare(m, n, k, a, matrix(k, n), end);
        }
    }

    @Test
    void aStepOfASequenceGivesTheSameBitsPackedAndInPlace() {
        for (int i = 0; i < 100; i++) {
            int batch = 1 + random.nextInt(20);
            int columns = Tiles.COLUMNS + random.nextInt(3 * Tiles.COLUMNS);
            var x = input(batch, 1 + random.nextInt(9));
            var h = input(batch, 1 + random.nextInt(40));
            Matrix upper = new Matrix(Check.random(random, x.terms() * columns), 0, columns, 1);
            Matrix lower = new Matrix(Check.random(random, h.terms() * columns), 0, columns, 1);
            int room = StepKernels.size(x.terms(), columns) + StepKernels.size(h.terms(), columns);
            var end = new Epilogue(false, Check.random(random, columns), Unary.TANH);
            float[][] c = new float[2][batch * columns];
            int from = random.nextInt(batch);
            for (int way = 0; way < 2; way++) {
                var kernels = new StepKernels(batch, room);
                var p = kernels.product(x, upper, h, lower, columns, c[way], columns);
                new StepProduct(x, h, p.tiles(), p.panels(), columns, way == 1)
                        .run(end, 0, 0, 0, from, batch, 0);
            }
            assertArrayEquals(c[0], c[1]);
        }
    }

    private StepInput input(int batch, int terms) {
        int sample = terms + random.nextInt(3);
        return new StepInput(Check.random(random, batch * sample), sample, terms);
    }

    @Test
    void notANumberStaysInItsRowAndColumn() {
        for (boolean turned : new boolean[] {false, true}) {
            int m = 40;
            int n = 10;
            int k = 33;
            Matrix a = new Matrix(Check.random(random, m * k), 0, turned ? 1 : k, turned ? m : 1);
            Matrix b = new Matrix(Check.random(random, k * n), 0, n, 1);
            a.data()[a.row() * (m - 1)] = Float.NaN;
            b.data()[n - 1] = Float.POSITIVE_INFINITY;
            compare(m, n, k, a, b, Epilogue.REPLACE);
        }
    }

    /// What fills up the last four terms must not make it 0.
    @Test
    void aSumOfMinusZeroKeepsItsSign() {
        for (int k = 1; k < 9; k++) {
            float[] minus = new float[6 * k];
            Arrays.fill(minus, -0f);
            float[] ones = new float[k * Tiles.COLUMNS];
            Arrays.fill(ones, 1);
            float[] c = new float[6 * Tiles.COLUMNS];
            Arrays.fill(c, -0f);
            float[] expected = c.clone();
            PackedProduct.multiply(
                    6,
                    Tiles.COLUMNS,
                    k,
                    new Matrix(minus, 0, k, 1),
                    new Matrix(ones, 0, Tiles.COLUMNS, 1),
                    new Matrix(c, 0, Tiles.COLUMNS, 1),
                    Epilogue.ADD);
            assertArrayEquals(expected, c, k + " terms");
        }
    }

    /// What is left in the buffers from other products must not come into this one.
    @Test
    void infinityStaysWhereItBelongs() {
        float[] infinite = new float[300 * 300];
        Arrays.fill(infinite, Float.POSITIVE_INFINITY);
        Matrix x = new Matrix(infinite, 0, 300, 1);
        Matrix c = new Matrix(new float[300 * 300], 0, 300, 1);
        PackedProduct.multiply(300, 300, 300, x, x, c, Epilogue.REPLACE);
        int n = 5 * Tiles.COLUMNS + 3;
        compare(31, n, 77, matrix(31, 77), matrix(77, n), Epilogue.REPLACE);
    }

    /// A matrix with room around it, transposed or not, or with room between its numbers.
    private Matrix matrix(int rows, int columns) {
        int room = random.nextInt(3);
        float[] x = Check.random(random, room + 2 * (rows + room) * (columns + room));
        return switch (random.nextInt(5)) {
            case 0 -> new Matrix(x, room, 2 * (columns + room), 2);
            case 1, 2 -> new Matrix(x, room, columns + room, 1);
            default -> new Matrix(x, room, 1, rows + room);
        };
    }

    private void compare(int m, int n, int k, Matrix a, Matrix b, Epilogue end) {
        float[] expected = Check.random(random, 2 + m * (n + 1));
        float[] before = expected.clone();
        DirectProduct.multiply(m, n, k, a, b, new Matrix(expected, 2, n + 1, 1), end);
        float[] c = new float[before.length];
        Check.sameForAnyThreads(
                c,
                out -> {
                    System.arraycopy(before, 0, out, 0, before.length);
                    Matrix to = new Matrix(out, 2, n + 1, 1);
                    PackedProduct.multiply(m, n, k, a, b, to, end);
                });
        assertArrayEquals(expected, c, m + " " + n + " " + k + " " + a + b + end);
    }
}
