package nacre.compute;

/// How little probability rows give to their right class: `-ln(p[y] / Σ p)`, the share cut off at
/// `epsilon` and `1 - epsilon`.
///
/// Rows are short and there is one number per row, so plain loops are fast enough; what counts is
/// that there is one pass and not a dozen.
public final class ClassLoss {
    private ClassLoss() {}

    /// `out[r]` = the loss of row `r`, 0 if `y[r]` is no class.
    public static void forward(
            float[] p, float[] y, int rows, int classes, float epsilon, float[] out) {
        for (int r = 0; r < rows; r++) {
            int right = (int) y[r];
            float share = isClass(right, classes) ? share(p, r * classes, right, classes) : 1;
            float cut = Math.min(Math.max(share, epsilon), 1 - epsilon);
            out[r] = isClass(right, classes) ? (float) -Math.log(cut) : 0;
        }
    }

    /// The gradient by `p`, from the gradient `g` by the losses; 0 where the share was cut off.
    public static void gradient(
            float[] p, float[] y, float[] g, int rows, int classes, float epsilon, float[] dp) {
        for (int r = 0; r < rows; r++) {
            int at = r * classes;
            int right = (int) y[r];
            float share = isClass(right, classes) ? share(p, at, right, classes) : 1;
            boolean flat = share < epsilon || share > 1 - epsilon;
            float each = flat ? 0 : g[r] / sum(p, at, classes);
            for (int j = 0; j < classes; j++) {
                dp[at + j] = each;
            }
            if (!flat) {
                dp[at + right] -= g[r] / p[at + right];
            }
        }
    }

    private static boolean isClass(int number, int classes) {
        return number >= 0 && number < classes;
    }

    private static float share(float[] p, int at, int right, int classes) {
        return p[at + right] / sum(p, at, classes);
    }

    private static float sum(float[] p, int at, int classes) {
        float sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += p[at + j];
        }
        return sum;
    }
}
