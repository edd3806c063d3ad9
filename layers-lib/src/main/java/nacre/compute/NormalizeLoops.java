package nacre.compute;

/// The loops of [Normalize] over `rows` rows of `n` channels, from `x[at]` on.
///
/// The table `t` has a row of `n` numbers for each thing that is done to a channel; the first row
/// is the means.
interface NormalizeLoops {
    /// The sum of `n` numbers of the table.
    double sum(float[] t, int at, int n);

    /// `Σ a · b` of `n` numbers of the table each.
    double dot(float[] t, int a, int b, int n);

    /// `mean[mo + c] = Σ x / rows`, and `square[to + c] += Σ (x − mean)²`
    void spread(float[] x, int at, int rows, int n, float[] mean, int mo, float[] square, int to);

    /// `sum[c] += Σ x`
    void sums(float[] x, int at, int rows, int n, float[] sum, int to);

    /// `sum[c] += Σ (x − mean)²`
    void squares(float[] x, int at, int rows, int n, float[] t, float[] sum, int to);

    /// `y = (x − mean) · t₁ + t₂`
    void apply(float[] x, int at, int rows, int n, float[] t, float[] y);

    /// `sum[c] += Σ g · (x − mean)`, `sum[n + c] += Σ g`
    void slopes(float[] x, float[] g, int at, int rows, int n, float[] t, float[] sum, int to);

    /// `dx = g · t₁ + (x − mean) · t₂ + t₃`
    void back(float[] x, float[] g, int at, int rows, int n, float[] t, float[] dx);
}
