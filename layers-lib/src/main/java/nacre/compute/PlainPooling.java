package nacre.compute;

import nacre.compute.Spans.Run;

/// The loops of [Pooling] over a run of windows, all channels of a place side by side.
final class PlainPooling {
    private PlainPooling() {}

    static void max(Run r, float[] x, float[] out) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int to = r.out() + w * r.channels();
            for (int c = 0; c < r.channels(); c++) {
                float most = x[at + r.places()[0] + c];
                for (int i = 1; i < r.count(); i++) {
                    most = Math.max(most, x[at + r.places()[i] + c]);
                }
                out[to + c] = most;
            }
        }
    }

    /// Adds the gradient to the first place of each window where `x` is the largest, `y`. What a
    /// place of only one window held before does not count.
    static void maxGradient(Run r, float[] x, float[] y, float[] g, float[] dx) {
        for (int w = 0; w < r.windows(); w++) {
            int at = r.at() + w * r.step();
            int from = r.out() + w * r.channels();
            for (int c = 0; c < r.channels(); c++) {
                boolean found = false;
                for (int i = 0; i < r.count(); i++) {
                    int place = at + r.places()[i] + c;
                    boolean here = !found && x[place] == y[from + c];
                    float before = r.once() ? 0 : dx[place];
                    dx[place] = here ? before + g[from + c] : before;
                    found |= here;
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
