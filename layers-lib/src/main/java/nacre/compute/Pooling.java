package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// Takes the largest or the mean of each window. Padding is nothing: it is neither compared nor
/// counted.
///
/// The adaptive forms choose the windows themselves, so that the result has a given size: window
/// `o` of `out` reaches from `⌊o · in / out⌋` to `⌈(o + 1) · in / out⌉`. The plain twin is
/// [PlainPooling].
public final class Pooling {
    private Pooling() {}

    /// The largest of each window.
    public static void max(Window w, float[] x, float[] out) {
        max(Spans.of(w), x, out);
    }

    /// The gradient of [#max]: goes to the first of the largest in each window. `y` is the result
    /// of [#max].
    public static void maxGradient(Window w, float[] x, float[] y, float[] g, float[] dx) {
        maxGradient(Spans.of(w), x, y, g, dx);
    }

    /// The mean of each window.
    public static void average(Window w, float[] x, float[] out) {
        average(Spans.of(w), x, out);
    }

    /// The gradient of [#average]: spread evenly over each window.
    public static void averageGradient(Window w, float[] g, float[] dx) {
        averageGradient(Spans.of(w), g, dx);
    }

    /// The largest of each window, for a result of size `out`.
    public static void adaptiveMax(
            int batch, int[] in, int channels, int[] out, float[] x, float[] y) {
        max(Spans.adaptive(batch, in, channels, out), x, y);
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
        maxGradient(Spans.adaptive(batch, in, channels, out), x, y, g, dx);
    }

    /// The mean of each window, for a result of size `out`.
    public static void adaptiveAverage(
            int batch, int[] in, int channels, int[] out, float[] x, float[] y) {
        average(Spans.adaptive(batch, in, channels, out), x, y);
    }

    /// The gradient of [#adaptiveAverage].
    public static void adaptiveAverageGradient(
            int batch, int[] in, int channels, int[] out, float[] g, float[] dx) {
        averageGradient(Spans.adaptive(batch, in, channels, out), g, dx);
    }

    private static void max(Spans s, float[] x, float[] out) {
        lines(s, run -> max(run, x, out));
    }

    /// The largest of each window of a run.
    static void max(Spans.Run run, float[] x, float[] out) {
        if (Warmup.loopsReady()) {
            VectorPooling.max(run, x, out);
        } else {
            PlainPooling.max(run, x, out);
        }
    }

    private static void average(Spans s, float[] x, float[] out) {
        lines(
                s,
                run -> {
                    if (Vectors.ON) {
                        VectorPooling.average(run, x, out);
                    } else {
                        PlainPooling.average(run, x, out);
                    }
                });
    }

    private static void maxGradient(Spans s, float[] x, float[] y, float[] g, float[] dx) {
        examples(
                s,
                dx,
                !s.isTiling(),
                run -> {
                    if (Warmup.loopsReady()) {
                        VectorPooling.maxGradient(run, x, y, g, dx);
                    } else {
                        PlainPooling.maxGradient(run, x, y, g, dx);
                    }
                });
    }

    private static void averageGradient(Spans s, float[] g, float[] dx) {
        examples(
                s,
                dx,
                true,
                run -> {
                    if (Vectors.ON) {
                        VectorPooling.averageGradient(run, g, dx);
                    } else {
                        PlainPooling.averageGradient(run, g, dx);
                    }
                });
    }

    /// Each window of each line of the result; lines are shared among threads.
    private static void lines(Spans s, Spans.Visit visit) {
        Threads.forEach(
                s.batch() * s.lines(),
                Math.max(
                        1,
                        Elementwise.GRAIN * s.lines() / Math.max(1, s.inPlaces() * s.channels())),
                (from, to) -> {
                    int[] places = Scratch.ints(Use.PLACES, s.largest());
                    for (int line = from; line < to; line++) {
                        s.line(line, places, visit);
                    }
                });
    }

    /// The same for gradients: windows of one example may overlap, so that an example is done by
    /// one thread.
    ///
    /// @param clear whether what is added to must be zero at first
    private static void examples(Spans s, float[] dx, boolean clear, Spans.Visit visit) {
        int size = s.inPlaces() * s.channels();
        if (s.lines() == 0) {
            Arrays.fill(dx, 0, s.batch() * size, 0);
        }
        Threads.forEach(
                s.batch(),
                Math.max(1, Elementwise.GRAIN / Math.max(1, size)),
                (from, to) -> {
                    int[] places = Scratch.ints(Use.PLACES, s.largest());
                    for (int line = from * s.lines(); line < to * s.lines(); line++) {
                        if (clear) {
                            s.clear(line, dx);
                        }
                        s.line(line, places, visit);
                    }
                });
    }
}
