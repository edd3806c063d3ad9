package nacre.bench;

import nacre.compute.Binary;
import nacre.compute.Elementwise;
import nacre.compute.Noise;
import nacre.compute.Optimize;
import nacre.compute.Product;
import nacre.compute.Reduce;
import nacre.compute.Reduction;
import nacre.compute.Softmax;
import nacre.compute.Unary;

/// A step of training 784 → 128 relu → dropout → 10 softmax with Adam, written out call by call:
/// what the public API is measured against.
final class MlpByHand implements Runnable {
    private static final int IN = 784;
    private static final int HIDDEN = 128;
    private static final int OUT = 10;
    private static final int SAMPLES = 2048;

    private final int batch;
    private final float[] data = Workloads.random(SAMPLES * IN);
    private final float[] classes = Steps.classNumbers(SAMPLES);
    private final Parameters w1 = new Parameters(IN * HIDDEN);
    private final Parameters b1 = new Parameters(HIDDEN);
    private final Parameters w2 = new Parameters(HIDDEN * OUT);
    private final Parameters b2 = new Parameters(OUT);
    private final float[] x;
    private final float[] h;
    private final float[] kept;
    private final float[] dropped;
    private final float[] p;
    private final float[] dh;
    private double loss;
    private int step;

    MlpByHand(int batch) {
        this.batch = batch;
        x = new float[batch * IN];
        h = new float[batch * HIDDEN];
        kept = new float[batch * HIDDEN];
        dropped = new float[batch * HIDDEN];
        p = new float[batch * OUT];
        dh = new float[batch * HIDDEN];
    }

    /// An array of weights with its gradient and Adam's moments.
    private static final class Parameters {
        final float[] w;
        final float[] g;
        final float[] m;
        final float[] v;

        Parameters(int n) {
            w = Workloads.random(n);
            g = new float[n];
            m = new float[n];
            v = new float[n];
            for (int i = 0; i < n; i++) {
                w[i] *= 0.1f;
            }
        }

        void adam(float alpha) {
            Optimize.adam(w, m, v, g, w.length, alpha, 0.9f, 0.999f, 1e-7f);
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < batch; i++) {
            System.arraycopy(data, place(i) * IN, x, i * IN, IN);
        }
        Product.multiply(
                batch, HIDDEN, IN, x, 0, IN, 1, w1.w, 0, HIDDEN, 1, b1.w, Unary.RELU, h, 0, HIDDEN);
        Noise.keep(step, 0.2f, 1 / 0.8f, kept, kept.length);
        Elementwise.binary(Binary.MUL, h, 0, kept, 0, dropped, 0, h.length);
        Product.multiply(
                batch, OUT, HIDDEN, dropped, 0, HIDDEN, 1, w2.w, 0, OUT, 1, b2.w, null, p, 0, OUT);
        Softmax.forward(p, batch, OUT, p);
        loss += lossAndItsGradient();
        Product.multiply(
                HIDDEN, OUT, batch, dropped, 0, 1, HIDDEN, p, 0, OUT, 1, w2.g, 0, OUT, false);
        Reduce.apply(Reduction.SUM, p, 1, batch, OUT, b2.g);
        Product.multiply(batch, HIDDEN, OUT, p, 0, OUT, 1, w2.w, 0, 1, OUT, dh, 0, HIDDEN, false);
        Elementwise.binary(Binary.MUL, dh, 0, kept, 0, dh, 0, dh.length);
        Elementwise.binary(Binary.GREATER, h, 0, new float[h.length], 0, h, 0, h.length);
        Elementwise.binary(Binary.MUL, dh, 0, h, 0, dh, 0, dh.length);
        Product.multiply(IN, HIDDEN, batch, x, 0, 1, IN, dh, 0, HIDDEN, 1, w1.g, 0, HIDDEN, false);
        Reduce.apply(Reduction.SUM, dh, 1, batch, HIDDEN, b1.g);
        step++;
        float alpha =
                (float) (1e-3 * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
        w1.adam(alpha);
        b1.adam(alpha);
        w2.adam(alpha);
        b2.adam(alpha);
    }

    /// The mean of `-ln p[y]`; leaves `(p - oneHot(y)) / batch` in `p`.
    private double lossAndItsGradient() {
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            int right = i * OUT + (int) classes[place(i)];
            sum -= Math.log(p[right]);
            p[right] -= 1;
        }
        Elementwise.scalar(Binary.MUL, p, 0, 1f / batch, p, 0, p.length);
        return sum / batch;
    }

    /// Samples in no order that memory could foresee.
    private int place(int i) {
        return (step * batch + i) % SAMPLES * 1009 % SAMPLES;
    }

    /// The mean loss so far.
    double loss() {
        return loss / step;
    }
}
