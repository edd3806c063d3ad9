package nacre.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// A training ends in the same numbers however soon the compiler gets to a vector loop: a process
/// without a compiler computes the same bits as this one.
class SameBitsTest {
    private static final int ENOUGH_TO_BE_COMPILED = 1_000;
    private static final int ROWS = 20;
    private static final int COLUMNS = 139;

    @Test
    void interpreterAndCompilerAgree() throws IOException {
        for (int i = 0; i < ENOUGH_TO_BE_COMPILED; i++) {
            bits();
        }
        assertEquals(interpreted(), bits());
    }

    private static String interpreted() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xint",
                                "--add-modules=jdk.incubator.vector",
                                "-cp",
                                classes,
                                SameBitsTest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        byte[] output = process.getInputStream().readAllBytes();
        return new String(output, StandardCharsets.UTF_8).strip();
    }

    public static void main(String[] args) {
        System.out.println(bits());
    }

    /// What depends on every bit of what each summing loop gives.
    private static String bits() {
        var random = new SplittableRandom(11);
        float[] x = new float[ROWS * COLUMNS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        float[] y = new float[x.length];
        float[] dx = new float[x.length];
        var found = new ArrayList<Integer>();
        for (int r = 0; r < x.length; r += COLUMNS) {
            y[r] = (float) VectorReduce.sum(x, r, COLUMNS);
        }
        found.add(Arrays.hashCode(y));
        found.add(eachRow(y, r -> VectorSoftmax.forward(x, r, COLUMNS, y, r)));
        found.add(eachRow(dx, r -> VectorSoftmax.gradient(y, r, x, r, COLUMNS, dx, r)));
        found.add(eachRow(y, r -> VectorSoftmax.logForward(x, r, COLUMNS, y, r)));
        found.add(eachRow(dx, r -> VectorSoftmax.logGradient(y, x, r, COLUMNS, dx)));
        return found.toString();
    }

    private static int eachRow(float[] result, IntConsumer row) {
        for (int r = 0; r < result.length; r += COLUMNS) {
            row.accept(r);
        }
        return Arrays.hashCode(result);
    }
}
