package nacre.compute;

import nacre.compute.Spans.Run;

/// The loops of [Pooling] over a run of windows, all channels of a place side by side.
final class PlainPooling {
    private PlainPooling() {}

    static void max(Run r, float[] x, float[] out) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int to = r.out() + w * r.channels();
            System.arraycopy(x, at + r.places()[0], out, to, r.channels());
            for (int i = 1; i < r.count(); i++) {
                raise(out, to, x, at + r.places()[i], r.channels());
            }
        }
    }

    private static void raise(float[] out, int to, float[] x, int from, int n) {
        for (int c = 0; c < n; c++) {
            out[to + c] = Math.max(out[to + c], x[from + c]);
        }
    }

    /// Adds the gradient to the first place of each window where `x` is the largest, `y`. What a
    /// place of only one window held before does not count.
    ///
    /// Which place that is cannot be foreseen, and a branch that the processor guesses wrongly
    /// costs more than the rest. The choice between two integers needs none, so what is left to
    /// give is held as the bits of a number.
    static void maxGradient(Run r, float[] x, float[] y, float[] g, float[] dx) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int from = r.out() + w * r.channels();
            for (int c = 0; c < r.channels(); c++) {
                int left = Float.floatToRawIntBits(g[from + c]);
                for (int i = 0; i < r.count(); i++) {
                    int place = at + r.places()[i] + c;
                    int given = x[place] == y[from + c] ? left : 0;
                    left ^= given;
                    float before = r.once() ? 0 : dx[place];
                    dx[place] = before + Float.intBitsToFloat(given);
                }
            }
        }
    }

    static void average(Run r, float[] x, float[] out) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int to = r.out() + w * r.channels();
            for (int c = 0; c < r.channels(); c++) {
                float sum = 0;
                for (int i = 0; i < r.count(); i++) {
                    sum += x[at + r.places()[i] + c];
                }
                out[to + c] = sum / r.count();
            }
        }
    }

    static void averageGradient(Run r, float[] g, float[] dx) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int from = r.out() + w * r.channels();
            for (int c = 0; c < r.channels(); c++) {
                float part = g[from + c] / r.count();
                for (int i = 0; i < r.count(); i++) {
                    dx[at + r.places()[i] + c] += part;
                }
            }
        }
    }
}
