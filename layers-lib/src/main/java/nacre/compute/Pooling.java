package nacre.compute;

/// Takes the largest or the mean of each window. Padding is nothing: it is neither compared nor
// counted.
///
/// The adaptive forms choose the windows themselves, so that the result has a given size: window
// `o` of `out` reaches from
/// `⌊o · in / out⌋` to `⌈(o + 1) · in / out⌉`.
public final class Pooling {
    private Pooling() {}

    /// The largest of each window.
    public static void max(Window w, float[] x, float[] out) {
        Spans s = Spans.of(w);
        each(s, (from, to) -> PlainPooling.max(s, x, out, from, to));
    }

    /// The gradient of [#max]: goes to the first of the largest in each window. `y` is the result
    // of [#max].
    public static void maxGradient(Window w, float[] x, float[] y, float[] g, float[] dx) {
        Spans s = Spans.of(w);
        each(s, (from, to) -> PlainPooling.maxGradient(s, x, y, g, dx, from, to));
    }

    /// The mean of each window.
    public static void average(Window w, float[] x, float[] out) {
        Spans s = Spans.of(w);
        each(s, (from, to) -> PlainPooling.average(s, x, out, from, to));
    }

    /// The gradient of [#average]: spread evenly over each window.
    public static void averageGradient(Window w, float[] g, float[] dx) {
        Spans s = Spans.of(w);
        each(s, (from, to) -> PlainPooling.averageGradient(s, g, dx, from, to));
    }

    /// The largest of each window, for a result of size `out`.
    public static void adaptiveMax(
            int batch, int[] in, int channels, int[] out, float[] x, float[] y) {
        Spans s = Spans.adaptive(batch, in, channels, out);
        each(s, (from, to) -> PlainPooling.max(s, x, y, from, to));
    }

    /// The gradient of [#adaptiveMax], whose result is `y`.
    public static void adaptiveMaxGradient(
            int batch,
            int[] in,
            int channels,
            int[] out,
            float[] x,
            float[] y,
            float[] g,
            float[] dx) {
        Spans s = Spans.adaptive(batch, in, channels, out);
        each(s, (from, to) -> PlainPooling.maxGradient(s, x, y, g, dx, from, to));
    }

    /// The mean of each window, for a result of size `out`.
    public static void adaptiveAverage(
            int batch, int[] in, int channels, int[] out, float[] x, float[] y) {
        Spans s = Spans.adaptive(batch, in, channels, out);
        each(s, (from, to) -> PlainPooling.average(s, x, y, from, to));
    }

    /// The gradient of [#adaptiveAverage].
    public static void adaptiveAverageGradient(
            int batch, int[] in, int channels, int[] out, float[] g, float[] dx) {
        Spans s = Spans.adaptive(batch, in, channels, out);
        each(s, (from, to) -> PlainPooling.averageGradient(s, g, dx, from, to));
    }

    private static void each(Spans s, Threads.Range body) {
        int work = Math.max(1, s.inPlaces() * s.channels());
        Threads.forEach(s.batch(), Math.max(1, Elementwise.GRAIN / work), body);
    }
}
