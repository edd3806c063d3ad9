package nacre.compute;

import java.util.Arrays;

/// Shapes and strides of arrays that are walked together.
final class Axes {
    private Axes() {}

    /// How many elements the shape has.
    static int size(int[] dims) {
        return size(dims, 0);
    }

    /// How many elements the axes from `first` on have.
    static int size(int[] dims, int first) {
        int n = 1;
        for (int i = first; i < dims.length; i++) {
            n *= dims[i];
        }
        return n;
    }

    /// The strides of a shape whose elements lie one after another, the last axis fastest.
    static int[] strides(int[] dims) {
        int[] strides = new int[dims.length];
        int step = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= dims[i];
        }
        return strides;
    }

    /// Where element number `index` of the first `axes` axes lies.
    static int offset(int index, int[] dims, int[] strides, int axes) {
        int offset = 0;
        int rest = index;
        for (int i = axes - 1; i >= 0; i--) {
            offset += rest % dims[i] * strides[i];
            rest /= dims[i];
        }
        return offset;
    }

    /// Joins neighbouring axes that every array steps through as if they were one, and drops axes
    /// of size 1.
    ///
    /// Returns the new dims, then the new strides of each array; there is always at least one axis.
    static int[][] merge(int[] dims, int[]... strides) {
        int[][] merged = new int[strides.length + 1][dims.length + 1];
        int axes = 0;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] != 1) {
                if (axes == 0 || !joins(merged, axes - 1, dims[i], strides, i)) {
                    merged[0][axes++] = 1;
                }
                merged[0][axes - 1] *= dims[i];
                for (int s = 0; s < strides.length; s++) {
                    merged[s + 1][axes - 1] = strides[s][i];
                }
            }
        }
        if (axes == 0) {
            merged[0][axes++] = 1;
        }
        for (int s = 0; s < merged.length; s++) {
            merged[s] = Arrays.copyOf(merged[s], axes);
        }
        return merged;
    }

    private static boolean joins(int[][] merged, int last, int dim, int[][] strides, int axis) {
        for (int s = 0; s < strides.length; s++) {
            if (merged[s + 1][last] != strides[s][axis] * dim) {
                return false;
            }
        }
        return true;
    }
}
