package nacre.compute;

/// The windows of a pooling over three axes, cut to the input: window `o` along axis `a` is
/// `from[a][o]` … `to[a][o]`.
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

    /// How many lines the result of one example has.
    int lines() {
        return from[0].length * from[1].length;
    }

    /// How many places the largest window has.
    int largest() {
        return largest(0) * largest(1) * largest(2);
    }

    private int largest(int axis) {
        int most = 1;
        for (int o = 0; o < from[axis].length; o++) {
            most =
                    Math.max(
                            most,
                            (to[axis][o] - from[axis][o] + dilation[axis] - 1) / dilation[axis]);
        }
        return most;
    }

    interface Visit {
        /// One window: `count` places of the source at `at + places[i]`; the result goes to `out`.
        void at(int at, int[] places, int count, int out);
    }

    /// Walks over the windows of line number `line` of all examples.
    void line(int line, int[] places, Visit visit) {
        int n = line / lines();
        int a = line % lines() / from[1].length;
        int b = line % from[1].length;
        int known = -1;
        int count = 0;
        for (int c = 0; c < from[2].length; c++) {
            int wide = to[2][c] - from[2][c];
            if (wide != known) { // neighbours mostly have the same places, further on
                count = places(a, b, wide, places);
                known = wide;
            }
            int start = ((n * in[0] + from[0][a]) * in[1] + from[1][b]) * in[2] + from[2][c];
            visit.at(start * channels, places, count, (line * from[2].length + c) * channels);
        }
    }

    private int places(int a, int b, int wide, int[] places) {
        int count = 0;
        for (int x = 0; x < to[0][a] - from[0][a]; x += dilation[0]) {
            for (int y = 0; y < to[1][b] - from[1][b]; y += dilation[1]) {
                for (int z = 0; z < wide; z += dilation[2]) {
                    places[count++] = ((x * in[1] + y) * in[2] + z) * channels;
                }
            }
        }
        return count;
    }
}
