package nacre.compute;

import nacre.compute.Scratch.Use;
import nacre.compute.Spans.Run;
import org.jspecify.annotations.Nullable;

/// Strips of a convolution that are computed into a small array, of which the largest of each
/// window goes on into the result. The windows lie side by side and fill each line and each strip.
///
/// Why it is fast: a strip is still in the cache of its core when it is pooled, and what comes
/// before the pooling, several times as much as what comes out, never goes through memory. The
/// plain twin is one after the other, [Convolution#forward] and [Pooling#max].
///
/// @param high how many lines a window has
/// @param wide how many places of a line it has
/// @param f applied to what comes out; must grow with its argument, so that it may wait till then
record MaxPooledStrips(
        Window w, Sweep sweep, int high, int wide, @Nullable Unary f, int[] places, float[] out)
        implements StripTarget {

    static MaxPooledStrips of(
            Window w, Sweep sweep, int high, int wide, @Nullable Unary f, float[] out) {
        int line = w.out()[2] * w.filters();
        int[] places = new int[high * wide]; // of a window, seen from the first
        for (int i = 0; i < places.length; i++) {
            places[i] = i / wide * line + i % wide * w.filters();
        }
        return new MaxPooledStrips(w, sweep, high, wide, f, places, out);
    }

    @Override
    public float[] array() {
        return Scratch.floats(Use.UNPOOLED, sweep.places() * w.filters());
    }

    @Override
    public void places(int[] table) {
        for (int i = 0; i < sweep.places(); i++) {
            table[i] = i * w.filters();
        }
    }

    @Override
    public int at(int s) {
        return 0;
    }

    /// Line by line of the result. The strips lie in it in the same order as before the pooling,
    /// only smaller.
    @Override
    public void finish(int s) {
        float[] strip = array();
        int windows = w.out()[2] / wide;
        int line = windows * w.filters();
        int first = sweep.target(s) / places.length;
        int lines = sweep.places(s) / w.out()[2] / high;
        for (int i = 0; i < lines; i++) {
            int from = i * high * wide * line;
            int to = first + i * line;
            int step = wide * w.filters();
            int count = places.length;
            Pooling.max(
                    new Run(from, step, windows, places, count, to, w.filters(), true), strip, out);
        }
        if (f != null) {
            Elementwise.Part.unary(f, out, first, out, first, lines * line);
        }
    }
}
