package nacre.compute;

/// What many numbers are brought down to.
public enum Reduction {
    SUM,
    PROD,
    MAX,
    MIN;

    /// The result of no numbers at all.
    double empty() {
        return switch (this) {
            case SUM -> 0;
            case PROD -> 1;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }

    /// Takes one more number in; doubles keep long sums exact.
    double plain(double sum, float x) {
        return switch (this) {
            case SUM -> sum + x;
            case PROD -> sum * x;
            case MAX -> Math.max(sum, x);
            case MIN -> Math.min(sum, x);
        };
    }
}
