package nacre.compute;

/// The loops of [Pooling] over one window: `count` places of the source that begin at `at +
/// places[i]`, all channels of each side by side.
final class PlainPooling {
    private PlainPooling() {}

    static void max(float[] x, int at, int[] places, int count, float[] out, int oo, int channels) {
        for (int c = 0; c < channels; c++) {
            float most = x[at + places[0] + c];
            for (int i = 1; i < count; i++) {
                most = Math.max(most, x[at + places[i] + c]);
            }
            out[oo + c] = most;
        }
    }

    /// Adds the gradient to the first place of the window where `x` is the largest, `y`.
    static void maxGradient(
            float[] x,
            int at,
            int[] places,
            int count,
            float[] y,
            float[] g,
            int oo,
            float[] dx,
            int channels) {
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                int place = at + places[i] + c;
                if (x[place] == y[oo + c]) {
                    dx[place] += g[oo + c];
                    break;
                }
            }
        }
    }

    static void average(
            float[] x, int at, int[] places, int count, float[] out, int oo, int channels) {
        for (int c = 0; c < channels; c++) {
            float sum = 0;
            for (int i = 0; i < count; i++) {
                sum += x[at + places[i] + c];
            }
            out[oo + c] = sum / count;
        }
    }

    static void averageGradient(
            float[] g, int oo, float[] dx, int at, int[] places, int count, int channels) {
        for (int c = 0; c < channels; c++) {
            float part = g[oo + c] / count;
            for (int i = 0; i < count; i++) {
                dx[at + places[i] + c] += part;
            }
        }
    }
}
