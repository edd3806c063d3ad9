package nacre.compute;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepSumsTest {
    private final SplittableRandom random = new SplittableRandom(31);

    /// Empty, tiny, odd, few and many rows and columns, and sequences longer than a slice.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2, 4",
        "3, 0, 2, 4",
        "1, 1, 1, 1",
        "5, 7, 3, 9",
        "33, 50, 20, 130",
        "4, 700, 17, 12",
        "3, 600, 40, 70",
        "2, 130, 13, 16",
        "1, 5, 61, 33",
        "300, 2, 130, 600"
    })
    void aKernelsGradientIsTheProductOfAllStepsWithTheirGradients(
            int batch, int steps, int rows, int columns) {
        int step = rows + 2; // as where other numbers lie beside them
        int sample = (steps + 1) * step;
        float[] a = Check.random(random, batch * sample);
        float[] g = Check.random(random, batch * steps * columns);
        float[] expected = new float[rows * columns];
        for (int n = 0; n < batch; n++) {
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < rows; i++) {
                    float x = a[n * sample + t * step + i];
                    for (int j = 0; j < columns; j++) {
                        expected[i * columns + j] += x * g[(n * steps + t) * columns + j];
                    }
                }
            }
        }
        float[] dk = Check.random(random, rows * columns);
        var sums = new StepSums(batch, steps, columns);
        float[] bias = Check.random(random, columns);
        Check.sameForAnyThreads(
                dk,
                out -> {
                    var kernel = new StepSums.Kernel(a, sample, step, rows, out);
                    sums.gradients(g, List.of(kernel, StepSums.Kernel.bias(bias)));
                });
        Check.close(expected, dk, 1e-6 * (batch * steps + 10), "gradient by the kernel");
        float[] ofBias = new float[columns];
        for (int i = 0; i < g.length; i++) {
            ofBias[i % columns] += g[i];
        }
        Check.close(ofBias, bias, 1e-6 * (batch * steps + 10), "gradient by the bias");
    }
}
