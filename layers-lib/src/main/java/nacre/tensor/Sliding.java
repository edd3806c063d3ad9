package nacre.tensor;

import java.util.Arrays;
import nacre.compute.Window;

/// How a window slides over a sequence, an image or a volume.
///
/// @param strides how far it moves along each axis
/// @param padding what it meets at the border
/// @param dilation how far apart its own places lie
/// @param groups into how many parts the channels fall, each with filters of its own
public record Sliding(int[] strides, Padding padding, int[] dilation, int groups) {

    /// A window over `axes` axes that moves by 1.
    public static Sliding over(int axes, Padding padding) {
        return new Sliding(ones(axes), padding, ones(axes), 1);
    }

    private static int[] ones(int axes) {
        int[] ones = new int[axes];
        Arrays.fill(ones, 1);
        return ones;
    }

    int reach(int axis, int... kernel) {
        return (kernel[axis] - 1) * dilation[axis] + 1;
    }

    /// The sizes of the result for inputs `(batch, sizes…, channels)`.
    int[] out(Shape in, int... kernel) {
        int[] out = new int[kernel.length];
        for (int axis = 0; axis < out.length; axis++) {
            out[axis] = padding.out(in.dim(axis + 1), reach(axis, kernel), strides[axis]);
            if (out[axis] == 0 && in.dim(axis + 1) != 0) {
                throw new IllegalArgumentException(
                        "A window of "
                                + reach(axis, kernel)
                                + " places does not fit into axis "
                                + (axis + 1)
                                + " of the input "
                                + in
                                + ", which has "
                                + in.dim(axis + 1)
                                + ". Use a smaller window, or padding \"same\".");
            }
        }
        return out;
    }

    Window window(Shape in, int filters, int... kernel) {
        int axes = kernel.length;
        int[] sizes = in.slice(1, axes + 1).dims();
        int[] before = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            before[axis] = padding.before(sizes[axis], reach(axis, kernel), strides[axis]);
        }
        return new Window(
                in.dim(0),
                sizes,
                in.last(),
                filters,
                kernel,
                strides,
                dilation,
                before,
                out(in, kernel),
                groups);
    }
}
