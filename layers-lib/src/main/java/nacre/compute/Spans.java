package nacre.compute;

/// The windows of a pooling over three axes, cut to the input: window `o` along axis `a` is
// `from[a][o]` … `to[a][o]`.
record Spans(int batch, int channels, int[] in, int[][] from, int[][] to, int[] dilation) {

    static Spans of(Window window) {
        Window w = window.volume();
        int[][] from = new int[3][];
        int[][] to = new int[3][];
        for (int a = 0; a < 3; a++) {
            from[a] = new int[w.out()[a]];
            to[a] = new int[w.out()[a]];
            int step = w.dilation()[a];
            for (int o = 0; o < w.out()[a]; o++) {
                int first = w.at(a, o, 0);
                from[a][o] = first >= 0 ? first : Math.floorMod(first, step);
                to[a][o] = Math.min(w.in()[a], first + (w.kernel()[a] - 1) * step + 1);
            }
        }
        return new Spans(w.batch(), w.channels(), w.in(), from, to, w.dilation());
    }

    static Spans adaptive(int batch, int[] in, int channels, int[] out) {
        int[][] from = new int[3][];
        int[][] to = new int[3][];
        int[] ones = {1, 1, 1};
        int[] size = {1, 1, 1};
        int skip = 3 - in.length;
        System.arraycopy(in, 0, size, skip, in.length);
        for (int a = 0; a < 3; a++) {
            int n = a < skip ? 1 : out[a - skip];
            from[a] = new int[n];
            to[a] = new int[n];
            for (int o = 0; o < n; o++) {
                from[a][o] = o * size[a] / n;
                to[a][o] = ((o + 1) * size[a] + n - 1) / n;
            }
        }
        return new Spans(batch, channels, size, from, to, ones);
    }

    int inPlaces() {
        return Axes.size(in);
    }

    int outPlaces() {
        return from[0].length * from[1].length * from[2].length;
    }

    /// How many places window `o` covers.
    int count(int o) {
        int c = o % from[2].length;
        int b = o / from[2].length % from[1].length;
        int a = o / from[2].length / from[1].length;
        return count(0, a) * count(1, b) * count(2, c);
    }

    private int count(int axis, int o) {
        return (to[axis][o] - from[axis][o] + dilation[axis] - 1) / dilation[axis];
    }

    interface Visit {
        /// `out` and `in` are places within one example.
        void at(int out, int in);
    }

    /// Walks over every pair (place of the result, place of the input in its window), in order.
    void each(Visit visit) {
        int out = 0;
        for (int a = 0; a < from[0].length; a++) {
            for (int b = 0; b < from[1].length; b++) {
                for (int c = 0; c < from[2].length; c++) {
                    window(a, b, c, out++, visit);
                }
            }
        }
    }

    private void window(int a, int b, int c, int out, Visit visit) {
        for (int x = from[0][a]; x < to[0][a]; x += dilation[0]) {
            for (int y = from[1][b]; y < to[1][b]; y += dilation[1]) {
                for (int z = from[2][c]; z < to[2][c]; z += dilation[2]) {
                    visit.at(out, (x * in[1] + y) * in[2] + z);
                }
            }
        }
    }
}
