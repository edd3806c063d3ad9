package nacre.data;

import java.util.Arrays;

/// Numbers that are read one by one: memory is taken for what has come, not for what a file
/// promises.
final class Growing {
    private final int most;
    private float[] values;
    private int count;

    Growing(int most) {
        this.most = most;
        this.values = new float[Math.min(most, 1 << 16)];
    }

    void add(float value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(most, Math.max(16, values.length * 2L)));
        }
        values[count++] = value;
    }

    float[] toArray() {
        return count == values.length ? values : Arrays.copyOf(values, count);
    }
}
