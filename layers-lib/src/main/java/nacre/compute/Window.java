package nacre.compute;

/// How a window slides over an image, a sequence or a volume: the geometry of a convolution or a
/// pooling.
///
/// Data is `(batch, in…, channels)`, results `(batch, out…, filters)`, channels last. There are one
/// to three axes.
///
/// @param in size of the input along each axis
/// @param channels channels of the input
/// @param filters channels of the result
/// @param kernel size of the window
/// @param strides how far the window moves
/// @param dilation distance of neighbouring taps of the window
/// @param padBefore zeros (for pooling: nothing) in front of the input; behind it is as much as the
///   window reaches
/// @param out size of the result
/// @param groups the channels fall into so many groups, each with filters of its own
public record Window(
        int batch,
        int[] in,
        int channels,
        int filters,
        int[] kernel,
        int[] strides,
        int[] dilation,
        int[] padBefore,
        int[] out,
        int groups) {

    /// The same window over three axes: missing ones in front have size 1.
    Window volume() {
        if (in.length == 3) {
            return this;
        }
        return new Window(
                batch,
                three(in, 1),
                channels,
                filters,
                three(kernel, 1),
                three(strides, 1),
                three(dilation, 1),
                three(padBefore, 0),
                three(out, 1),
                groups);
    }

    /// The same window at fewer places: `out` becomes a multiple of `size` along each axis.
    Window atWhole(int... size) {
        int[] fewer = out.clone();
        for (int a = 0; a < fewer.length; a++) {
            fewer[a] -= fewer[a] % size[a];
        }
        return new Window(
                batch, in, channels, filters, kernel, strides, dilation, padBefore, fewer, groups);
    }

    /// How many places of the input one example has.
    int inPlaces() {
        return Axes.size(in);
    }

    /// How many places of the result one example has.
    int outPlaces() {
        return Axes.size(out);
    }

    /// How many taps the window has.
    int taps() {
        return Axes.size(kernel);
    }

    /// Where tap `k` of the window at place `o` of the result falls along an axis; outside of the
    /// input is padding.
    int at(int axis, int o, int k) {
        return o * strides[axis] - padBefore[axis] + k * dilation[axis];
    }

    boolean inside(int axis, int i) {
        return i >= 0 && i < in[axis];
    }

    /// A sequence lies along the middle axis, an image along the last two.
    private static int[] three(int[] x, int fill) {
        return x.length == 1 ? new int[] {fill, x[0], fill} : new int[] {fill, x[0], x[1]};
    }
}
