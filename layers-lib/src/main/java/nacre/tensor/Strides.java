package nacre.tensor;

/// How far apart neighbours along each axis lie in a row-major array.
final class Strides {
    private Strides() {}

    /// The steps of a shape: `(2, 3, 4)` gives 12, 4, 1.
    static int[] of(Shape shape) {
        int[] strides = new int[shape.rank()];
        int step = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape.dim(axis);
        }
        return strides;
    }

    /// The steps that read a small tensor as if it had the larger shape: 0 along stretched axes.
    static int[] stretched(Shape small, Shape large) {
        int[] own = of(small);
        int[] result = new int[large.rank()];
        int shift = large.rank() - small.rank();
        for (int axis = 0; axis < small.rank(); axis++) {
            result[axis + shift] = small.dim(axis) == 1 ? 0 : own[axis];
        }
        return result;
    }
}
