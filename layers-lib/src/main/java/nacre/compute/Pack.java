package nacre.compute;

import java.util.Arrays;

/// Copies parts of a matrix into the order in which a product reads them.
final class Pack {
    /// Rows copied side by side, so that what is written for one column falls into one or two cache
    /// lines.
    private static final int TOGETHER = 8;

    private Pack() {}

    /// Rows of `width` columns one after another, the last one filled up with zeros: `out[p · width
    /// + j] = b(p, j)`.
    static void rows(Matrix b, int depth, int columns, int width, float[] out, int at) {
        if (b.column() == 1) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(b.data(), b.at() + p * b.row(), out, at + p * width, columns);
                Arrays.fill(out, at + p * width + columns, at + (p + 1) * width, 0);
            }
        } else {
            transposed(b, depth, columns, width, out, at);
        }
    }

    /// The same when going down a column of `b` is the quick direction, as it is for a transposed
    /// matrix.
    private static void transposed(
            Matrix b, int depth, int columns, int width, float[] out, int at) {
        int j = 0;
        for (; j + TOGETHER <= columns; j += TOGETHER) {
            eight(b.from(0, j), depth, width, out, at + j);
        }
        for (; j < width; j++) {
            for (int p = 0; p < depth; p++) {
                out[at + p * width + j] = j < columns ? b.get(p, j) : 0;
            }
        }
    }

    private static void eight(Matrix b, int depth, int width, float[] out, int at) {
        float[] x = b.data();
        int c = b.column();
        for (int p = 0; p < depth; p++) {
            int from = b.at() + p * b.row();
            int to = at + p * width;
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
