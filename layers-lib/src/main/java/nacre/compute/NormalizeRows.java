package nacre.compute;

import nacre.compute.Normalize.By;
import nacre.compute.Scratch.Use;

/// [Normalize] where each row has a mean and a variance of its own, as in layer and RMS
/// normalisation.
///
/// Why it is fast: the mean, the variance and the result of one row have to wait for each other,
/// those of several do not. So each row is one step behind the next: while the sum of one is read
/// from memory, the variance of the one before and the result of the one before that are made of
/// what is in the nearest cache.
///
/// @param n how long a row is
/// @param by [By#OWN] or [By#SQUARES]
record NormalizeRows(int n, By by, float epsilon) {
    /// The loops over one row, from `x[at]` on. The table `t` has gamma for each number of a row,
    /// behind it beta.
    interface Loops {
        /// `Σ x`
        double sum(float[] x, int at, int n);

        /// `Σ (x − mean)²`
        double squares(float[] x, int at, int n, float mean);

        /// `y = (x − mean) · inverse · gamma + beta`
        void apply(float[] x, int at, int n, float mean, float inverse, float[] t, float[] y);

        /// `Σ h` with `h = g · gamma`
        double slopes(float[] g, int at, int n, float[] t);

        /// `Σ h · (x − mean)`
        double slopes(float[] x, float[] g, int at, int n, float mean, float[] t);

        /// `dx = h · inverse + (x − mean) · slope + shift`, `sum[to + i] += g · (x − mean) ·
        /// inverse` and, behind these, `+= g`.
        void back(
                float[] x,
                float[] g,
                int at,
                int n,
                float mean,
                float inverse,
                float slope,
                float shift,
                float[] t,
                float[] dx,
                float[] sum,
                int to);
    }

    private static final Loops LOOPS =
            Vectors.ON ? new VectorNormalizeRows() : new PlainNormalizeRows();

    /// Room for gamma and beta.
    float[] table() {
        return Scratch.floats(Use.CHANNELS, 2 * n);
    }

    /// Rows `from` to `to`.
    void forward(
            int from, int to, float[] x, float[] t, float[] means, float[] variances, float[] y) {
        for (int r = from; r < to + 2; r++) {
            if (r < to) {
                means[r] = by == By.OWN ? (float) (LOOPS.sum(x, r * n, n) / n) : 0;
            }
            int second = r - 1;
            if (second >= from && second < to) {
                variances[second] = (float) (LOOPS.squares(x, second * n, n, means[second]) / n);
            }
            int third = r - 2;
            if (third >= from) {
                LOOPS.apply(x, third * n, n, means[third], inverse(variances[third]), t, y);
            }
        }
    }

    /// The gradients of rows `from` to `to`; those by gamma and beta are added to `sum`.
    void back(
            int from,
            int to,
            float[] x,
            float[] t,
            float[] means,
            float[] variances,
            float[] g,
            float[] dx,
            float[] sum,
            int so) {
        for (int r = from; r < to; r++) {
            int at = r * n;
            float inverse = inverse(variances[r]);
            double h = by == By.OWN ? LOOPS.slopes(g, at, n, t) / n : 0;
            double hx = LOOPS.slopes(x, g, at, n, means[r], t) / n;
            float slope = (float) (-hx * inverse * inverse * inverse);
            float shift = (float) (-h * inverse);
            LOOPS.back(x, g, at, n, means[r], inverse, slope, shift, t, dx, sum, so);
        }
    }

    private float inverse(float variance) {
        return (float) (1 / Math.sqrt((double) variance + epsilon));
    }
}
