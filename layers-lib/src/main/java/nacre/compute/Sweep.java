package nacre.compute;

import java.util.Arrays;

/// A window that moves over a batch of volumes, cut into strips: some lines of one example, or some
/// small examples whole.
///
/// A strip is what a thread takes at a time. Its part of the source is small enough for the cache
/// of a core; if it touches the padding it is copied there with zeros around, so that the loops
/// behind need not ask where the border is.
final class Sweep {
    /// Places of a strip: enough to make the tiles full, few enough for many strips.
    private static final int PLACES = 256;

    /// Numbers of the source that a strip may read: a quarter of a megabyte.
    private static final int NUMBERS = 65_536;

    /// Strips that there should be at least, so that several threads have something of one image.
    private static final int STRIPS = 4;

    private final int batch;
    private final int channels;
    private final int filters;
    private final Slide depth;
    private final Slide height;
    private final Slide width;

    /// Lines of one strip, and examples of one strip (more than one only if they are whole).
    private final int lines;

    private final int examples;

    /// Whether the source is read in place; else through a copy of each strip.
    private final boolean inPlace;

    /// Distances in the source as it is read: of neighbouring lines, planes and examples.
    private final int line;

    private final int plane;
    private final int example;

    Sweep(int batch, int channels, int filters, Slide depth, Slide height, Slide width) {
        this(batch, channels, filters, depth, height, width, 1);
    }

    private Sweep(
            int batch,
            int channels,
            int filters,
            Slide depth,
            Slide height,
            Slide width,
            int together) {
        this.batch = batch;
        this.channels = channels;
        this.filters = filters;
        this.depth = depth;
        this.height = height;
        this.width = width;
        inPlace = depth.inside() && height.inside() && width.inside();
        int wide = width.reach(width.places()) * channels;
        int most =
                Math.min(
                        PLACES / atLeastOne(width.places()),
                        NUMBERS / atLeastOne(wide * height.step()));
        int bands = Math.ceilDiv(STRIPS, atLeastOne(batch * depth.places()));
        int few = Math.ceilDiv(height.places(), bands);
        int some = Math.clamp(Math.min(most, few), 1, atLeastOne(height.places()));
        lines = Math.max(together, some - some % together);
        boolean whole = depth.places() == 1 && lines == height.places();
        examples =
                whole
                        ? Math.clamp(
                                PLACES / atLeastOne(lines * width.places()), 1, atLeastOne(batch))
                        : 1;
        line = inPlace ? width.source() * channels : wide;
        plane = line * (inPlace ? height.source() : height.reach(lines));
        example = plane * (inPlace ? depth.source() : depth.reach(1));
    }

    private static int atLeastOne(int n) {
        return Math.max(1, n);
    }

    /// The sweep of a convolution.
    ///
    /// @param together how many lines must not be parted; divides the lines of the result
    static Sweep forward(Window w, int together) {
        return new Sweep(
                w.batch(),
                w.channels(),
                w.filters(),
                Slide.forward(w, 0),
                Slide.forward(w, 1),
                Slide.forward(w, 2),
                together);
    }

    boolean isEmpty() {
        return batch == 0 || depth.places() == 0 || height.places() == 0 || width.places() == 0;
    }

    Slide[] slides() {
        return new Slide[] {depth, height, width};
    }

    private int bands() {
        return (height.places() + lines - 1) / lines;
    }

    int strips() {
        return examples > 1 ? (batch + examples - 1) / examples : batch * depth.places() * bands();
    }

    /// The most places a strip has.
    int places() {
        return examples * lines * width.places();
    }

    /// How many places strip `s` has; the last of an example, or of all, may have fewer.
    int places(int s) {
        int some = Math.min(lines, height.places() - s % bands() * lines);
        int count = examples > 1 ? Math.min(examples, batch - s * examples) : 1;
        return count * some * width.places();
    }

    /// Where the window of each place of a strip begins, seen from the first.
    void rows(int[] rows) {
        int i = 0;
        for (int e = 0; e < examples; e++) {
            for (int h = 0; h < lines; h++) {
                for (int w = 0; w < width.places(); w++) {
                    rows[i++] =
                            e * example + h * height.step() * line + w * width.step() * channels;
                }
            }
        }
    }

    /// Where the taps of `count` channels lie in the window.
    void taps(int[] taps, int count) {
        int i = 0;
        for (int d : depth.taps()) {
            for (int h : height.taps()) {
                for (int w : width.taps()) {
                    int at =
                            (d - depth.low()) * plane
                                    + (h - height.low()) * line
                                    + (w - width.low()) * channels;
                    for (int c = 0; c < count; c++) {
                        taps[i++] = at + c;
                    }
                }
            }
        }
    }

    /// Where the result of each place of a strip goes, seen from the first.
    void places(int[] places) {
        int i = 0;
        int size = depth.target() * height.target() * width.target();
        for (int e = 0; e < examples; e++) {
            for (int h = 0; h < lines; h++) {
                for (int w = 0; w < width.places(); w++) {
                    places[i++] =
                            (e * size + h * height.stride() * width.target() + w * width.stride())
                                    * filters;
                }
            }
        }
    }

    /// Where the first result of strip `s` goes.
    int target(int s) {
        int n = example(s);
        int d = depth.first() + planeOf(s) * depth.stride();
        int h = height.first() + lineOf(s) * height.stride();
        return (((n * depth.target() + d) * height.target() + h) * width.target() + width.first())
                * filters;
    }

    /// The array to read strip `s` from: the source itself or `copy`, filled with the strip.
    float[] source(int s, float[] x, float[] copy) {
        if (inPlace) {
            return x;
        }
        int count = examples > 1 ? Math.min(examples, batch - s * examples) : 1;
        int high = height.reach(lines);
        int deep = depth.reach(1);
        for (int e = 0; e < count; e++) {
            for (int d = 0; d < deep; d++) {
                for (int h = 0; h < high; h++) {
                    int z = planeOf(s) * depth.step() + depth.low() + d;
                    int y = lineOf(s) * height.step() + height.low() + h;
                    copyLine(x, example(s) + e, z, y, copy, e * example + d * plane + h * line);
                }
            }
        }
        return copy;
    }

    /// Where in that array the window of the first place begins.
    int start(int s) {
        if (!inPlace) {
            return 0;
        }
        int d = planeOf(s) * depth.step() + depth.low();
        int h = lineOf(s) * height.step() + height.low();
        return example(s) * example + d * plane + h * line + width.low() * channels;
    }

    /// How large `copy` has to be.
    int copySize() {
        return inPlace ? 0 : examples * example;
    }

    private void copyLine(float[] x, int n, int z, int y, float[] copy, int at) {
        boolean there = z >= 0 && z < depth.source() && y >= 0 && y < height.source();
        int from = there ? Math.max(0, width.low()) : 0;
        int to = there ? Math.min(width.source(), width.low() + line / channels) : 0;
        if (from >= to) {
            Arrays.fill(copy, at, at + line, 0);
            return;
        }
        int before = (from - width.low()) * channels;
        int inside = (to - from) * channels;
        int place = ((n * depth.source() + z) * height.source() + y) * width.source() + from;
        Arrays.fill(copy, at, at + before, 0);
        System.arraycopy(x, place * channels, copy, at + before, inside);
        Arrays.fill(copy, at + before + inside, at + line, 0);
    }

    private int example(int s) {
        return examples > 1 ? s * examples : s / bands() / depth.places();
    }

    private int planeOf(int s) {
        return examples > 1 ? 0 : s / bands() % depth.places();
    }

    private int lineOf(int s) {
        return examples > 1 ? 0 : s % bands() * lines;
    }
}
