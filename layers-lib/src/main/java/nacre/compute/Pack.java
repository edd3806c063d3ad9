package nacre.compute;

/// Copies parts of a matrix into the order in which a product reads them.
final class Pack {
    /// Rows copied side by side, so that what is written for one column falls into one or two cache
    /// lines.
    private static final int TOGETHER = 8;

    private Pack() {}

    /// Rows that lie `step` apart: `out[at + i · step + j] = x(i, j)`.
    static void rows(Matrix x, int rows, int columns, float[] out, int at, int step) {
        if (x.column() == 1) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(x.data(), x.at() + i * x.row(), out, at + i * step, columns);
            }
        } else {
            transposed(x, rows, columns, out, at, step);
        }
    }

    /// The same when going down a column of `x` is the quick direction, as it is for a transposed
    /// matrix.
    private static void transposed(Matrix x, int rows, int columns, float[] out, int at, int step) {
        int j = 0;
        for (; j + TOGETHER <= columns; j += TOGETHER) {
            eight(x.from(0, j), rows, out, at + j, step);
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                out[at + i * step + j] = x.get(i, j);
            }
        }
    }

    private static void eight(Matrix matrix, int rows, float[] out, int at, int step) {
        float[] x = matrix.data();
        int c = matrix.column();
        for (int i = 0; i < rows; i++) {
            int from = matrix.at() + i * matrix.row();
            int to = at + i * step;
            out[to] = x[from];
            out[to + 1] = x[from + c];
            out[to + 2] = x[from + 2 * c];
            out[to + 3] = x[from + 3 * c];
            out[to + 4] = x[from + 4 * c];
            out[to + 5] = x[from + 5 * c];
            out[to + 6] = x[from + 6 * c];
            out[to + 7] = x[from + 7 * c];
        }
    }
}
