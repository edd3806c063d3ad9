package nacre.layers.plain;

import java.util.stream.IntStream;

/// Sliding windows over `(batch, sizes…, channels)`, place by place.
///
/// @param size of the window along each axis
/// @param stride how far it moves
/// @param dilation how far apart its places lie
/// @param padding `valid`, `same` or `causal`
record Windows(int[] size, int[] stride, int[] dilation, String padding) {
    static Windows of(int axes, int size, int stride, int dilation, String padding) {
        return new Windows(all(axes, size), all(axes, stride), all(axes, dilation), padding);
    }

    static int[] all(int axes, int value) {
        return IntStream.generate(() -> value).limit(axes).toArray();
    }

    private int reach(int axis) {
        return (size[axis] - 1) * dilation[axis] + 1;
    }

    /// How many windows there are along an axis of size `n`.
    int count(int axis, int n) {
        return switch (padding) {
            case "valid" -> (n - reach(axis)) / stride[axis] + 1;
            default -> (n + stride[axis] - 1) / stride[axis];
        };
    }

    /// How far the first window begins before the data.
    int before(int axis, int n) {
        return switch (padding) {
            case "valid" -> 0;
            case "causal" -> reach(axis) - 1;
            default -> Math.max((count(axis, n) - 1) * stride[axis] + reach(axis) - n, 0) / 2;
        };
    }

    int[] counts(Grid x) {
        return IntStream.range(0, size.length).map(a -> count(a, x.shape()[a + 1])).toArray();
    }

    /// The place of the data that is at place `j` of window `o`, or null outside.
    int[] place(Grid x, int[] o, int[] j) {
        int[] place = new int[size.length];
        for (int axis = 0; axis < place.length; axis++) {
            int n = x.shape()[axis + 1];
            place[axis] = o[axis] * stride[axis] + j[axis] * dilation[axis] - before(axis, n);
            if (place[axis] < 0 || place[axis] >= n) {
                return new int[0];
            }
        }
        return place;
    }

    private Grid result(Grid x, int channels) {
        return Grid.zeros(Grid.place(x.shape()[0], counts(x), channels));
    }

    /// Each filter sees the channels of its group; the kernel is `(size…, channels / groups,
    /// filters)`.
    Grid convolve(Grid x, Grid kernel, int groups) {
        int filters = kernel.shape()[size.length + 1];
        int seen = kernel.shape()[size.length];
        Grid y = result(x, filters);
        over(
                x,
                (b, o, j, from) -> {
                    for (int f = 0; f < filters; f++) {
                        int first = f / (filters / groups) * seen;
                        for (int c = 0; c < seen; c++) {
                            y.add(
                                    x.at(Grid.place(b, from, first + c)) * weight(kernel, j, c, f),
                                    Grid.place(b, o, f));
                        }
                    }
                });
        return y;
    }

    /// Each channel by itself; the kernel is `(size…, channels, multiplier)`.
    Grid convolveEach(Grid x, Grid kernel) {
        int channels = kernel.shape()[size.length];
        int times = kernel.shape()[size.length + 1];
        Grid y = result(x, channels * times);
        over(
                x,
                (b, o, j, from) -> {
                    for (int c = 0; c < channels; c++) {
                        for (int m = 0; m < times; m++) {
                            y.add(
                                    x.at(Grid.place(b, from, c)) * weight(kernel, j, c, m),
                                    Grid.place(b, o, c * times + m));
                        }
                    }
                });
        return y;
    }

    /// The largest number of each window, or the mean of those inside.
    Grid pool(Grid x, boolean largest) {
        int channels = x.shape()[x.shape().length - 1];
        Grid y = result(x, channels);
        Grid.each(
                Grid.place(x.shape()[0], counts(x), channels),
                at -> {
                    int[] o = java.util.Arrays.copyOfRange(at, 1, at.length - 1);
                    double[] found = {largest ? Double.NEGATIVE_INFINITY : 0, 0};
                    Grid.each(
                            size,
                            j -> {
                                int[] from = place(x, o, j);
                                if (from.length > 0) {
                                    double value = x.at(Grid.place(at[0], from, at[at.length - 1]));
                                    found[0] =
                                            largest ? Math.max(found[0], value) : found[0] + value;
                                    found[1]++;
                                }
                            });
                    y.set(largest ? found[0] : found[0] / found[1], at);
                });
        return y;
    }

    /// Backwards: each number of the data is spread over a window of the result; the kernel is
    /// `(size…, filters, channels)`.
    Grid spread(Grid x, Grid kernel, int[] before, int... out) {
        int filters = kernel.shape()[size.length];
        int channels = kernel.shape()[size.length + 1];
        Grid y = Grid.zeros(Grid.place(x.shape()[0], out, filters));
        Grid.each(
                java.util.Arrays.copyOf(x.shape(), x.shape().length - 1),
                at -> Grid.each(size, j -> spread(x, kernel, before, y, at, j)));
        assert channels == x.shape()[x.shape().length - 1];
        return y;
    }

    private void spread(Grid x, Grid kernel, int[] before, Grid y, int[] at, int[] j) {
        int[] to = new int[size.length];
        for (int axis = 0; axis < to.length; axis++) {
            to[axis] = at[axis + 1] * stride[axis] + j[axis] * dilation[axis] - before[axis];
            if (to[axis] < 0 || to[axis] >= y.shape()[axis + 1]) {
                return;
            }
        }
        int[] along = java.util.Arrays.copyOfRange(at, 1, at.length);
        for (int f = 0; f < kernel.shape()[size.length]; f++) {
            for (int c = 0; c < kernel.shape()[size.length + 1]; c++) {
                y.add(
                        x.at(Grid.place(at[0], along, c)) * weight(kernel, j, f, c),
                        Grid.place(at[0], to, f));
            }
        }
    }

    private static double weight(Grid kernel, int[] j, int in, int out) {
        int[] place = java.util.Arrays.copyOf(j, j.length + 2);
        place[j.length] = in;
        place[j.length + 1] = out;
        return kernel.at(place);
    }

    private interface Visit {
        void at(int batch, int[] window, int[] place, int[] from);
    }

    private void over(Grid x, Visit visit) {
        for (int b = 0; b < x.shape()[0]; b++) {
            int batch = b;
            Grid.each(
                    counts(x),
                    o ->
                            Grid.each(
                                    size,
                                    j -> {
                                        int[] from = place(x, o, j);
                                        if (from.length > 0) {
                                            visit.at(batch, o, j, from);
                                        }
                                    }));
        }
    }
}
