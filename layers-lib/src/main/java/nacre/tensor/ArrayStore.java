package nacre.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A store of arrays that steps of training use again and again, so that a steady `fit` makes no
/// garbage.
public final class ArrayStore {
    private final Map<Integer, Deque<float[]>> free = new HashMap<>();
    private final List<float[]> taken = new ArrayList<>();

    float[] take(int size) {
        Deque<float[]> fitting = free.get(size);
        float[] array =
                fitting == null || fitting.isEmpty() ? TooLarge.floats(size) : fitting.pop();
        taken.add(array);
        return array;
    }

    /// How many bytes the arrays have that are kept here.
    public long bytes() {
        long floats = taken.stream().mapToLong(array -> array.length).sum();
        for (Deque<float[]> arrays : free.values()) {
            floats += arrays.stream().mapToLong(array -> array.length).sum();
        }
        return Float.BYTES * floats;
    }

    void recycle() {
        for (float[] array : taken) {
            free.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).push(array);
        }
        taken.clear();
    }
}
