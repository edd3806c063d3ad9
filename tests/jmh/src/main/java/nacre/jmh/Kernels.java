package nacre.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nacre.compute.Convolution;
import nacre.compute.Depthwise;
import nacre.compute.Elementwise;
import nacre.compute.Pooling;
import nacre.compute.Product;
import nacre.compute.Reduce;
import nacre.compute.Reduction;
import nacre.compute.Softmax;
import nacre.compute.Threads;
import nacre.compute.Unary;
import nacre.compute.Window;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The loops in which training spends its time, in microseconds a call.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
    private static final int MILLION = 1 << 20;
    private static final Window THREE_BY_THREE = window(8, 56, 64, 64, 3, 1, 1);
    private static final Window ONE_BY_ONE = window(8, 28, 256, 64, 1, 1, 0);
    private static final Window POOL = window(8, 112, 64, 64, 2, 2, 0);

    /// `-p threads=4` for another number.
    @Param("1")
    int threads;

    private final float[] x = random(8 * 112 * 112 * 64);
    private final float[] kernel = random(MILLION);
    private final float[] y = new float[8 * 112 * 112 * 64];

    @Setup
    public void use() {
        Threads.use(threads);
    }

    @Benchmark
    public void product512() {
        product(512, 512, 512);
    }

    @Benchmark
    public void productOfDense() {
        product(32, 128, 784);
    }

    private void product(int m, int n, int k) {
        Product.multiply(m, n, k, x, 0, k, 1, kernel, 0, n, 1, y, 0, n, false);
    }

    @Benchmark
    public void conv3x3() {
        Convolution.forward(THREE_BY_THREE, x, kernel, y);
    }

    @Benchmark
    public void conv3x3InputGradient() {
        Convolution.inputGradient(THREE_BY_THREE, x, kernel, y);
    }

    @Benchmark
    public void conv3x3KernelGradient() {
        Convolution.kernelGradient(THREE_BY_THREE, x, x, y);
    }

    @Benchmark
    public void conv1x1() {
        Convolution.forward(ONE_BY_ONE, x, kernel, y);
    }

    @Benchmark
    public void depthwise3x3() {
        Depthwise.forward(THREE_BY_THREE, x, kernel, y);
    }

    @Benchmark
    public void maxPool() {
        Pooling.max(POOL, x, y);
    }

    @Benchmark
    public void softmaxOf1000() {
        Softmax.forward(x, 1024, 1000, y);
    }

    @Benchmark
    public void relu() {
        Elementwise.unary(Unary.RELU, x, 0, y, 0, MILLION);
    }

    @Benchmark
    public void sumOfColumns() {
        Reduce.apply(Reduction.SUM, x, 1, 8192, 128, y);
    }

    private static Window window(
            int batch, int size, int channels, int filters, int kernel, int stride, int pad) {
        int out = (size + 2 * pad - kernel) / stride + 1;
        return new Window(
                batch,
                two(size),
                channels,
                filters,
                two(kernel),
                two(stride),
                two(1),
                two(pad),
                two(out),
                1);
    }

    private static int[] two(int n) {
        return new int[] {n, n};
    }

    private static float[] random(int n) {
        var random = new SplittableRandom(7);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextDouble() - 0.5f;
        }
        return x;
    }
}
