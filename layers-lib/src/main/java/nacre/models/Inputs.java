package nacre.models;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;
import org.ejml.data.FMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/// Data in whatever form they come: tensors, arrays, lists of numbers, EJML's matrices; several in
/// a list or a map.
final class Inputs {
    private Inputs() {}

    /// One tensor for each of `names`, which a map goes by.
    static List<Tensor> of(@Nullable Object given, List<String> names) {
        if (given == null) {
            throw new IllegalArgumentException(
                    "Data are missing: null was given where a tensor or an array of numbers was expected.");
        }
        if (given instanceof Map<?, ?> map) {
            return names.stream().map(name -> tensor(named(map, name))).toList();
        }
        if (given instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Inputs::isWhole)) {
            return list.stream().map(Inputs::tensor).toList();
        }
        return List.of(tensor(given));
    }

    private static Object named(Map<?, ?> map, String name) {
        Object found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Data by name must have \"" + name + "\"; got " + map.keySet() + ".");
        }
        return found;
    }

    /// What stands for one input and not for one sample of it.
    private static boolean isWhole(Object item) {
        return item instanceof Tensor
                || item instanceof FMatrixRMaj
                || item instanceof SimpleMatrix;
    }

    static Tensor tensor(Object given) {
        return given instanceof Tensor tensor ? withNumbers(tensor) : converted(given);
    }

    private static Tensor withNumbers(Tensor tensor) {
        if (tensor.isGhost()) {
            throw new IllegalArgumentException(
                    "Data have numbers; this tensor of shape %s is symbolic and stands for data to come. To connect the model to it as a layer, say model.apply(x)."
                            .formatted(tensor.shape()));
        }
        return tensor;
    }

    /// By itself, so that EJML is loaded only for who uses it.
    private static Tensor converted(Object given) {
        return switch (given) {
            case FMatrixRMaj matrix -> Tensor.of(matrix);
            case SimpleMatrix matrix -> Tensor.of(matrix);
            case List<?> rows -> rows(rows.toArray());
            default -> {
                if (!given.getClass().isArray()) {
                    throw new IllegalArgumentException(
                            "Data can be tensors, arrays of numbers, lists of numbers or EJML's matrices; got something of type "
                                    + given.getClass().getSimpleName()
                                    + ".");
                }
                yield rows(given);
            }
        };
    }

    /// Numbers, or rows of the same shape.
    private static Tensor rows(Object array) {
        int size = Array.getLength(array);
        if (size == 0
                || Array.get(array, 0) instanceof Number
                || Array.get(array, 0) instanceof Boolean) {
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = number(Array.get(array, i));
            }
            return Tensor.of(numbers);
        }
        var rows = new ArrayList<Tensor>(size);
        for (int i = 0; i < size; i++) {
            rows.add(tensor(Array.get(array, i)));
            if (!rows.get(i).shape().equals(rows.get(0).shape())) {
                throw new IllegalArgumentException(
                        "Samples must all have the same shape; sample 0 has "
                                + rows.get(0).shape()
                                + " and sample "
                                + i
                                + " has "
                                + rows.get(i).shape()
                                + ".");
            }
        }
        return Tensor.stack(rows, 0);
    }

    private static float number(Object item) {
        return switch (item) {
            case Number number -> number.floatValue();
            case Boolean yes -> yes ? 1 : 0;
            default ->
                    throw new IllegalArgumentException("Data must be numbers; got " + item + ".");
        };
    }
}
