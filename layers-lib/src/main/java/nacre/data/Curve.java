package nacre.data;

/// Rounds the corners of a path: a Catmull-Rom spline, which runs through all its points.
final class Curve {
    private static final int PIECES = 6; // straight pieces from point to point

    private Curve() {}

    static double[][] through(double[][] points) {
        int last = points.length - 1;
        var fine = new double[last * PIECES + 1][];
        for (int i = 0; i < last; i++) {
            double[] before = points[Math.max(0, i - 1)];
            double[] after = points[Math.min(last, i + 2)];
            for (int k = 0; k < PIECES; k++) {
                double t = (double) k / PIECES;
                fine[i * PIECES + k] =
                        new double[] {
                            between(before[0], points[i][0], points[i + 1][0], after[0], t),
                            between(before[1], points[i][1], points[i + 1][1], after[1], t)
                        };
            }
        }
        fine[last * PIECES] = points[last];
        return fine;
    }

    /// On the way from b to c, with a before and d after them.
    private static double between(double a, double b, double c, double d, double t) {
        double bend = 2 * a - 5 * b + 4 * c - d;
        double twist = 3 * (b - c) + d - a;
        return b + 0.5 * t * (c - a + t * (bend + t * twist));
    }
}
