package nacre.compute;

import java.util.Arrays;

/// Windows as layers make them: with as much padding as keeps the size, or none.
final class Windows {
    private Windows() {}

    static Window of(
            int batch,
            int[] in,
            int channels,
            int filters,
            int[] kernel,
            int stride,
            int dilation,
            boolean same,
            int groups) {
        int axes = in.length;
        int[] strides = new int[axes];
        int[] dilations = new int[axes];
        Arrays.fill(strides, stride);
        Arrays.fill(dilations, dilation);
        int[] pad = new int[axes];
        int[] out = new int[axes];
        for (int a = 0; a < axes; a++) {
            int reach = (kernel[a] - 1) * dilation + 1;
            if (same) {
                out[a] = (in[a] + stride - 1) / stride;
                pad[a] = Math.max(0, (out[a] - 1) * stride + reach - in[a]) / 2;
            } else {
                out[a] = Math.max(0, (in[a] - reach) / stride + 1);
                out[a] = in[a] < reach ? 0 : out[a];
            }
        }
        return new Window(
                batch, in, channels, filters, kernel, strides, dilations, pad, out, groups);
    }
}
