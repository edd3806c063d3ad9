package nacre.compute;

/// The error function `2/√π ∫₀ˣ e^(-t²) dt`, which the exact GELU needs.
final class Erf {
    /// Beyond this erf differs from ±1 by less than a float can say.
    private static final double FLAT = 4.0;

    private static final double TWO_BY_ROOT_PI = 1.1283791670955126;

    private Erf() {}

    /// The series `2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1))`: all terms have one sign, so
    /// nothing cancels.
    static float plain(float x) {
        if (Float.isNaN(x) || Math.abs(x) > FLAT) {
            return Float.isNaN(x) ? x : Math.signum(x);
        }
        double square = (double) x * x;
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-9 * Math.abs(sum); n++) {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return (float) (TWO_BY_ROOT_PI * Math.exp(-square) * sum);
    }
}
