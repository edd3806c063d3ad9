package nacre.compute;

import java.util.Arrays;

/// The loops of [Convolution] over the examples `from` to `to`: at each place and tap, a small
/// matrix product.
final class PlainConvolution {
    private PlainConvolution() {}

    static void forward(Window w, float[] x, float[] kernel, float[] out, int from, int to) {
        Arrays.fill(out, from * w.outPlaces() * w.filters(), to * w.outPlaces() * w.filters(), 0);
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        for (int n = from; n < to; n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        int xo = (in0 + i) * w.channels();
                        int yo = (out0 + o) * w.filters();
                        for (int f = 0; f < w.filters(); f++) {
                            int first = f / filters * channels;
                            for (int c = 0; c < channels; c++) {
                                out[yo + f] +=
                                        x[xo + first + c]
                                                * kernel[(tap * channels + c) * w.filters() + f];
                            }
                        }
                    });
        }
    }

    static void inputGradient(Window w, float[] g, float[] kernel, float[] dx, int from, int to) {
        Arrays.fill(dx, from * w.inPlaces() * w.channels(), to * w.inPlaces() * w.channels(), 0);
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        for (int n = from; n < to; n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        int xo = (in0 + i) * w.channels();
                        int yo = (out0 + o) * w.filters();
                        for (int f = 0; f < w.filters(); f++) {
                            int first = f / filters * channels;
                            for (int c = 0; c < channels; c++) {
                                dx[xo + first + c] +=
                                        g[yo + f] * kernel[(tap * channels + c) * w.filters() + f];
                            }
                        }
                    });
        }
    }

    static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        Arrays.fill(dk, 0, w.taps() * channels * w.filters(), 0);
        for (int n = 0; n < w.batch(); n++) {
            int in0 = n * w.inPlaces();
            int out0 = n * w.outPlaces();
            Taps.each(
                    w,
                    (o, tap, i) -> {
                        int xo = (in0 + i) * w.channels();
                        int yo = (out0 + o) * w.filters();
                        for (int f = 0; f < w.filters(); f++) {
                            int first = f / filters * channels;
                            for (int c = 0; c < channels; c++) {
                                dk[(tap * channels + c) * w.filters() + f] +=
                                        x[xo + first + c] * g[yo + f];
                            }
                        }
                    });
        }
    }
}
