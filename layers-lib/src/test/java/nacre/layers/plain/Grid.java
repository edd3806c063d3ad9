package nacre.layers.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.function.Consumer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Numbers in a grid, in double precision.
record Grid(int[] shape, double[] values) {
    static Grid zeros(int... shape) {
        return new Grid(shape, new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
    }

    static Grid of(Tensor tensor) {
        Grid grid = zeros(tensor.shape().dims());
        float[] numbers = tensor.toArray();
        for (int i = 0; i < numbers.length; i++) {
            grid.values[i] = numbers[i];
        }
        return grid;
    }

    private int index(int... place) {
        int index = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            index = index * shape[axis] + place[axis];
        }
        return index;
    }

    double at(int... place) {
        return values[index(place)];
    }

    void add(double value, int... place) {
        values[index(place)] += value;
    }

    void set(double value, int... place) {
        values[index(place)] = value;
    }

    /// Every place of a grid of these sizes.
    static void each(int[] sizes, Consumer<int[]> work) {
        int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < count; i++) {
            int[] place = new int[sizes.length];
            int rest = i;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                place[axis] = rest % sizes[axis];
                rest /= sizes[axis];
            }
            work.accept(place);
        }
    }

    /// A place: the batch, then places along axes, then a channel.
    static int[] place(int batch, int[] along, int channel) {
        int[] place = new int[along.length + 2];
        place[0] = batch;
        System.arraycopy(along, 0, place, 1, along.length);
        place[place.length - 1] = channel;
        return place;
    }

    Tensor tensor() {
        float[] numbers = new float[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) values[i];
        }
        return Tensor.wrap(numbers, Shape.of(shape));
    }

    /// Says so if a tensor does not hold these numbers.
    void same(Tensor got) {
        assertArrayEquals(shape, got.shape().dims(), "shape");
        assertArrayEquals(tensor().toArray(), got.toArray(), 1e-4f);
    }
}
