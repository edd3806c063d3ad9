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
        float[] array = fitting == null || fitting.isEmpty() ? new float[size] : fitting.pop();
        taken.add(array);
        return array;
    }

    void recycle() {
        for (float[] array : taken) {
            free.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).push(array);
        }
        taken.clear();
    }
}
