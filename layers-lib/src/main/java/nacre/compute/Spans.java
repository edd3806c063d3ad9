package nacre.compute;

import java.util.Arrays;

/// The windows of a pooling over three axes, cut to the input: window `o` along axis `a` is
/// `from[a][o]` … `to[a][o]`.
///
/// @param once whether no place is in two windows
record Spans(
        int batch, int channels, int[] in, int[][] from, int[][] to, int[] dilation, boolean once) {

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
        return new Spans(w.batch(), w.channels(), w.in(), from, to, w.dilation(), once(from, to));
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
                from[a][o] = (int) ((long) o * size[a] / n);
                to[a][o] = (int) Math.ceilDiv((o + 1L) * size[a], n);
            }
        }
        return new Spans(batch, channels, size, from, to, ones, once(from, to));
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
            most = Math.max(most, places(axis, o));
        }
        return most;
    }

    /// How many places window `o` has along an axis.
    private int places(int axis, int o) {
        return (to[axis][o] - from[axis][o] + dilation[axis] - 1) / dilation[axis];
    }

    /// Sets to zero what the windows of line number `line` are the first to touch, and nothing
    /// else: so a gradient is cleared just before it is added to, while it is in the cache.
    void clear(int line, float[] dx) {
        int n = line / lines();
        int a = line % lines() / from[1].length;
        int b = line % from[1].length;
        int first = reached(1, b - 1);
        int wide = in[2] * channels;
        for (int plane = reached(0, a - 1); plane < reached(0, a); plane++) {
            int at = (n * in[0] + plane) * in[1];
            Arrays.fill(dx, (at + first) * wide, (at + reached(1, b)) * wide, 0);
        }
    }

    /// How much of an axis window `o` and those before it have touched; the last takes the rest.
    private int reached(int axis, int o) {
        return o < 0 ? 0 : o == to[axis].length - 1 ? in[axis] : to[axis][o];
    }

    private static boolean once(int[][] from, int[][] to) {
        boolean once = true;
        for (int a = 0; a < 3; a++) {
            for (int o = 1; o < from[a].length; o++) {
                once &= to[a][o - 1] <= from[a][o];
            }
        }
        return once;
    }

    /// Whether each place is in just one window.
    boolean isTiling() {
        boolean tiling = once;
        for (int a = 0; a < 3; a++) {
            int places = 0;
            for (int o = 0; o < from[a].length; o++) {
                places += places(a, o);
            }
            tiling &= places == in[a];
        }
        return tiling;
    }

    /// Neighbouring windows that have the same places, each `step` further on: place `i` of window
    /// `w` is at `at + w · step + places[i]`, its result at `out + w · channels`.
    ///
    /// @param once whether no place is in two windows
    record Run(
            int at,
            int step,
            int windows,
            int[] places,
            int count,
            int out,
            int channels,
            boolean once) {}

    interface Visit {
        void at(Run run);
    }

    /// Walks over the windows of line number `line` of all examples.
    void line(int line, int[] places, Visit visit) {
        int n = line / lines();
        int a = line % lines() / from[1].length;
        int b = line % from[1].length;
        int start = ((n * in[0] + from[0][a]) * in[1] + from[1][b]) * in[2];
        int all = from[2].length;
        int next;
        for (int c = 0; c < all; c = next) {
            int step = c + 1 < all ? from[2][c + 1] - from[2][c] : 0;
            next = alike(c, step);
            int count = places(a, b, to[2][c] - from[2][c], places);
            visit.at(
                    new Run(
                            (start + from[2][c]) * channels,
                            step * channels,
                            next - c,
                            places,
                            count,
                            (line * all + c) * channels,
                            channels,
                            once));
        }
    }

    /// The first window after `c` that is not as wide, or not the next after `step`.
    private int alike(int c, int step) {
        int wide = to[2][c] - from[2][c];
        int next = c + 1;
        while (next < from[2].length
                && from[2][next] - from[2][next - 1] == step
                && to[2][next] - from[2][next] == wide) {
            next++;
        }
        return next;
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
