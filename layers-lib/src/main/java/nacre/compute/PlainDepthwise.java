package nacre.compute;

import java.util.Arrays;

/// The loops of [Depthwise] over the examples `from` to `to`.
final class PlainDepthwise {
    private PlainDepthwise() {}

    static void forward(Window w, float[] x, float[] kernel, float[] out, int from, int to) {
        Arrays.fill(out, from * w.outPlaces() * w.filters(), to * w.outPlaces() * w.filters(), 0);
        int multiplier = w.filters() / w.channels();
        for (int n = from; n < to; n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        for (int f = 0; f < w.filters(); f++) {
                            out[(out0 + o) * w.filters() + f] +=
                                    x[(in0 + i) * w.channels() + f / multiplier]
                                            * kernel[tap * w.filters() + f];
                        }
                    });
        }
    }

    static void inputGradient(Window w, float[] g, float[] kernel, float[] dx, int from, int to) {
        Arrays.fill(dx, from * w.inPlaces() * w.channels(), to * w.inPlaces() * w.channels(), 0);
        int multiplier = w.filters() / w.channels();
        for (int n = from; n < to; n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        for (int f = 0; f < w.filters(); f++) {
                            dx[(in0 + i) * w.channels() + f / multiplier] +=
                                    g[(out0 + o) * w.filters() + f] * kernel[tap * w.filters() + f];
                        }
                    });
        }
    }

    static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        Arrays.fill(dk, 0, w.taps() * w.filters(), 0);
        int multiplier = w.filters() / w.channels();
        for (int n = 0; n < w.batch(); n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        for (int f = 0; f < w.filters(); f++) {
                            dk[tap * w.filters() + f] +=
                                    x[(in0 + i) * w.channels() + f / multiplier]
                                            * g[(out0 + o) * w.filters() + f];
                        }
                    });
        }
    }
}
