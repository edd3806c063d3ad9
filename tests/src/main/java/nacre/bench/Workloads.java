package nacre.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import nacre.bench.Workload.Unit;
import nacre.compute.Binary;
import nacre.compute.Convolution;
import nacre.compute.Depthwise;
import nacre.compute.Elementwise;
import nacre.compute.Layout;
import nacre.compute.Normalize;
import nacre.compute.Normalize.By;
import nacre.compute.Optimize;
import nacre.compute.Pooling;
import nacre.compute.Product;
import nacre.compute.Reduce;
import nacre.compute.Reduction;
import nacre.compute.Softmax;
import nacre.compute.Unary;
import nacre.compute.Window;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.normalization.LayerNormalization;
import nacre.tensor.Tensor;

/// The workloads by name.
final class Workloads {
    private final Optional<Blas> blas;
    private final List<Workload> all = new ArrayList<>();

    private Workloads(Optional<Blas> blas) {
        this.blas = blas;
    }

    static List<Workload> all(Optional<Blas> blas) {
        var w = new Workloads(blas);
        w.products();
        w.convolutions();
        w.memory();
        w.all.addAll(LayerSteps.all());
        w.norms();
        w.all.addAll(Steps.all());
        return w.all;
    }

    private void products() {
        for (int n : new int[] {64, 128, 256, 512, 1024, 2048}) {
            product(n, n, n, false, false);
        }
        product(32, 128, 784, false, false);
        product(128, 128, 784, false, false);
        product(128, 10, 128, false, false);
        product(1, 128, 784, false, false);
        product(784, 128, 32, true, false);
        product(784, 128, 128, true, false);
        product(512, 512, 512, true, false);
        product(32, 784, 128, false, true);
        product(128, 784, 128, false, true);
        product(512, 512, 512, false, true);
    }

    private void product(int m, int n, int k, boolean at, boolean bt) {
        float[] a = random(m * k);
        float[] b = random(k * n);
        float[] c = new float[m * n];
        int ars = at ? 1 : k;
        int aks = at ? m : 1;
        int bks = bt ? 1 : n;
        int bcs = bt ? k : 1;
        String size = m + " " + n + " " + k;
        String kind = at ? "_tn" : bt ? "_nt" : "";
        Supplier<Runnable> peer = () -> blas.map(x -> x.product(m, n, k, at, bt)).orElse(() -> {});
        Runnable ours =
                () -> Product.multiply(m, n, k, a, 0, ars, aks, b, 0, bks, bcs, c, 0, n, false);
        all.add(
                new Workload(
                        "product" + kind + " " + size,
                        2.0 * m * n * k,
                        Unit.FLOPS,
                        () -> ours,
                        blas.isPresent() ? peer : null));
    }

    private void convolutions() {
        convolution("conv", window(8, 56, 64, 64, 3, 1));
        convolution("conv", window(8, 28, 256, 64, 1, 0));
        convolution("conv", window(128, 28, 1, 32, 3, 0));
        convolution("conv", window(128, 13, 32, 64, 3, 0));
        convolution("depthwise", window(8, 56, 64, 64, 3, 1));
    }

    private void convolution(String kind, Window w) {
        boolean depthwise = kind.equals("depthwise");
        int size = w.in()[0];
        int places = w.batch() * w.out()[0] * w.out()[1];
        int taps = w.kernel()[0] * w.kernel()[1];
        float[] x = random(w.batch() * size * size * w.channels());
        float[] kernel = random(taps * (depthwise ? 1 : w.channels()) * w.filters());
        float[] y = random(places * w.filters());
        float[] dx = new float[x.length];
        float[] dk = new float[kernel.length];
        String sizes =
                " "
                        + w.batch()
                        + " "
                        + size
                        + " "
                        + w.channels()
                        + " "
                        + w.filters()
                        + " "
                        + w.kernel()[0]
                        + " "
                        + w.padBefore()[0];
        double flops = 2.0 * places * kernel.length;
        if (depthwise) {
            add(kind + sizes, flops, Unit.FLOPS, () -> Depthwise.forward(w, x, kernel, y));
            add(
                    kind + "_input" + sizes,
                    flops,
                    Unit.FLOPS,
                    () -> Depthwise.inputGradient(w, y, kernel, dx));
            add(
                    kind + "_kernel" + sizes,
                    flops,
                    Unit.FLOPS,
                    () -> Depthwise.kernelGradient(w, x, y, dk));
        } else {
            add(kind + sizes, flops, Unit.FLOPS, () -> Convolution.forward(w, x, kernel, y));
            add(
                    kind + "_input" + sizes,
                    flops,
                    Unit.FLOPS,
                    () -> Convolution.inputGradient(w, y, kernel, dx));
            add(
                    kind + "_kernel" + sizes,
                    flops,
                    Unit.FLOPS,
                    () -> Convolution.kernelGradient(w, x, y, dk));
        }
    }

    private static Window window(
            int batch, int size, int channels, int filters, int kernel, int pad) {
        int out = size + 2 * pad - kernel + 1;
        return new Window(
                batch,
                two(size),
                channels,
                filters,
                two(kernel),
                two(1),
                two(1),
                two(pad),
                two(out),
                1);
    }

    private static int[] two(int n) {
        return new int[] {n, n};
    }

    private void memory() {
        int n = 1 << 20;
        float[] x = random(n);
        float[] y = random(n);
        float[] z = new float[n];
        float[] one = new float[1];
        float[] v = new float[n];
        add("relu " + n, 8.0 * n, Unit.BYTES, () -> Elementwise.unary(Unary.RELU, x, 0, z, 0, n));
        add(
                "add " + n,
                12.0 * n,
                Unit.BYTES,
                () -> Elementwise.binary(Binary.ADD, x, 0, y, 0, z, 0, n));
        add("exp " + n, 8.0 * n, Unit.BYTES, () -> Elementwise.unary(Unary.EXP, x, 0, z, 0, n));
        add("tanh " + n, 8.0 * n, Unit.BYTES, () -> Elementwise.unary(Unary.TANH, x, 0, z, 0, n));
        add(
                "sigmoid " + n,
                8.0 * n,
                Unit.BYTES,
                () -> Elementwise.unary(Unary.SIGMOID, x, 0, z, 0, n));
        add(
                "adam " + n,
                28.0 * n,
                Unit.BYTES,
                () -> Optimize.adam(x, z, v, y, n, 1e-3f, 0.9f, 0.999f, 1e-7f));
        add(
                "softmax 1024 1000",
                8.0 * 1_024_000,
                Unit.BYTES,
                () -> Softmax.forward(x, 1024, 1000, z));
        add("softmax 128 10", 8.0 * 1280, Unit.BYTES, () -> Softmax.forward(x, 128, 10, z));
        add("sum " + n, 4.0 * n, Unit.BYTES, () -> Reduce.apply(Reduction.SUM, x, 1, n, 1, one));
        add(
                "columns 8192 128",
                4.0 * n,
                Unit.BYTES,
                () -> Reduce.apply(Reduction.SUM, x, 1, 8192, 128, z));
        add(
                "transpose 1024 1024",
                8.0 * n,
                Unit.BYTES,
                () -> Layout.permute(x, two(1024), new int[] {1, 0}, z));
        add(
                "bias 8192 128",
                8.0 * n,
                Unit.BYTES,
                () ->
                        Elementwise.broadcast(
                                Binary.ADD,
                                x,
                                new int[] {128, 1},
                                y,
                                new int[] {0, 1},
                                z,
                                new int[] {8192, 128}));
        float[] image = random(8 * 112 * 112 * 64);
        float[] small = new float[image.length / 4];
        Window w = new Window(8, two(112), 64, 64, two(2), two(2), two(1), two(0), two(56), 1);
        add("maxpool 8 112 64", 5.0 * image.length, Unit.BYTES, () -> Pooling.max(w, image, small));
        float[] dx = new float[image.length];
        add(
                "maxpool_gradient 8 112 64",
                4.0 * (2 * image.length + 2 * small.length),
                Unit.BYTES,
                () -> Pooling.maxGradient(w, image, small, small, dx));
    }

    /// Mean and variance read everything once, the result once more. Into an array that is there,
    /// as the other kernels; and through the layers, which make a new one each time.
    private void norms() {
        float[] x = random(8 * 56 * 56 * 64);
        norm("batchnorm 8 56 64", new Normalize(1, 25_088, 64, 1, By.OWN, 1e-3f), x);
        norm("layernorm 12544 128", new Normalize(12_544, 1, 128, 128, By.OWN, 1e-3f), x);
        norm("batchnorm_layer 8 56 64", new BatchNormalization(), Tensor.of(x, 8, 56, 56, 64));
        norm("layernorm_layer 12544 128", new LayerNormalization(), Tensor.of(x, 12_544, 128));
    }

    private void norm(String name, Normalize sizes, float[] x) {
        float[] gamma = random(sizes.channels());
        float[] beta = random(sizes.channels());
        float[] means = new float[sizes.statistics()];
        float[] variances = new float[sizes.statistics()];
        float[] y = new float[x.length];
        add(
                name,
                3.0 * Float.BYTES * x.length,
                Unit.BYTES,
                () -> sizes.forward(x, gamma, beta, means, variances, y));
    }

    private void norm(String name, Layer layer, Tensor x) {
        double bytes = 3.0 * Float.BYTES * x.shape().size();
        add(name, bytes, Unit.BYTES, () -> layer.apply(x, Call.training()));
    }

    private void add(String name, double amount, Unit unit, Runnable ours) {
        all.add(new Workload(name, amount, unit, () -> ours, null));
    }

    static float[] random(int n) {
        var random = new SplittableRandom(n);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextDouble() - 0.5f;
        }
        return x;
    }
}
