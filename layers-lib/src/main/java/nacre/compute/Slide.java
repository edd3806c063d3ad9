package nacre.compute;

import java.util.Arrays;

/// How a window moves along one axis: place `p` and tap `t` read the source at `p · step + taps[t]`
/// and write the target at `first + p · stride`. What falls outside of the source reads as zero.
///
/// @param source size of the source
/// @param target size of the target
/// @param places how many places there are
/// @param numbers the number in the kernel of each tap
record Slide(
        int source,
        int target,
        int places,
        int step,
        int[] taps,
        int[] numbers,
        int first,
        int stride) {

    /// A convolution: the window moves over the input.
    static Slide forward(Window w, int axis) {
        int[] taps = new int[w.kernel()[axis]];
        int[] numbers = new int[taps.length];
        for (int t = 0; t < taps.length; t++) {
            taps[t] = w.at(axis, 0, t);
            numbers[t] = t;
        }
        int out = w.out()[axis];
        return new Slide(w.in()[axis], out, out, w.strides()[axis], taps, numbers, 0, 1);
    }

    /// The gradient by the input for every `stride`-th place of it, from `first` on.
    ///
    /// Input `i` met the taps with `i = o · stride − pad + t · dilation`: with a stride only every
    /// so many taps, the same ones for all `i` that are a stride apart. So such places see a window
    /// that moves by one over the gradient.
    static Slide backward(Window w, int axis, int first) {
        int stride = w.strides()[axis];
        int[] taps = new int[w.kernel()[axis]];
        int[] numbers = new int[taps.length];
        int n = 0;
        for (int t = taps.length - 1; t >= 0; t--) { // so that the source is read upwards
            int distance = first + w.padBefore()[axis] - t * w.dilation()[axis];
            if (Math.floorMod(distance, stride) == 0) {
                taps[n] = distance / stride;
                numbers[n++] = t;
            }
        }
        int in = w.in()[axis];
        int places = Math.max(0, (in - first + stride - 1) / stride);
        return new Slide(
                w.out()[axis],
                in,
                places,
                1,
                Arrays.copyOf(taps, n),
                Arrays.copyOf(numbers, n),
                first,
                stride);
    }

    /// The lowest tap. No stream: it is asked for at every line of the source.
    int low() {
        int low = taps.length == 0 ? 0 : taps[0];
        for (int tap : taps) {
            low = Math.min(low, tap);
        }
        return low;
    }

    private int high() {
        int high = taps.length == 0 ? 0 : taps[0];
        for (int tap : taps) {
            high = Math.max(high, tap);
        }
        return high;
    }

    /// How much of the source `n` neighbouring places see.
    int reach(int n) {
        return (n - 1) * step + high() - low() + 1;
    }

    boolean inside() {
        return low() >= 0 && low() + reach(places) <= source;
    }
}
