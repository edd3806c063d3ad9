package nacre.compute;

/// Walks over every pair (place of the result, tap of the window) that meets the input, for one
/// example.
final class Taps {
    interface Visit {
        /// `out` and `in` are places within the example, `tap` the number of the tap.
        void at(int out, int tap, int in);
    }

    private Taps() {}

    /// @param w a window over three axes
    static void each(Window w, Visit visit) {
        int out = 0;
        for (int a = 0; a < w.out()[0]; a++) {
            for (int b = 0; b < w.out()[1]; b++) {
                for (int c = 0; c < w.out()[2]; c++) {
                    at(w, a, b, c, out++, visit);
                }
            }
        }
    }

    private static void at(Window w, int a, int b, int c, int out, Visit visit) {
        int tap = 0;
        for (int i = 0; i < w.kernel()[0]; i++) {
            for (int j = 0; j < w.kernel()[1]; j++) {
                for (int k = 0; k < w.kernel()[2]; k++, tap++) {
                    int x = w.at(0, a, i);
                    int y = w.at(1, b, j);
                    int z = w.at(2, c, k);
                    if (w.inside(0, x) && w.inside(1, y) && w.inside(2, z)) {
                        visit.at(out, tap, (x * w.in()[1] + y) * w.in()[2] + z);
                    }
                }
            }
        }
    }
}
