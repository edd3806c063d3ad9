package nacre.models;

import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Python's `x[:, 1:3, -1]`: a part of a tensor, as files write it.
final class Parts {
    private Parts() {}

    /// The part that a key names: for each axis a number, or a range `{class_name: __slice__,
    /// config: {start, stop, step}}`.
    static Tensor of(Tensor x, Object key) {
        List<?> items = key instanceof List<?> list ? list : List.of(key);
        Tensor result = x;
        int axis = 0;
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (item instanceof Number index) {
                result = result.at(axis, index.intValue());
            } else if (isKind(item, "__ellipsis__")) {
                axis = result.rank() - (items.size() - 1 - i);
            } else if (isKind(item, "__slice__")
                    && ((Map<?, ?>) item).get("config") instanceof Map<?, ?> range) {
                result = range(result, axis++, range);
            } else {
                throw new IllegalArgumentException(
                        "A part of a tensor is named by " + item + ", which is not understood.");
            }
        }
        return result;
    }

    private static boolean isKind(@Nullable Object item, String kind) {
        return item instanceof Map<?, ?> map && kind.equals(map.get("class_name"));
    }

    private static Tensor range(Tensor x, int axis, Map<?, ?> range) {
        int size = x.dim(axis);
        boolean whole =
                range.get("start") == null
                        && range.get("stop") == null
                        && range.get("step") == null;
        if (whole) {
            return x;
        }
        if (size == Shape.NONE) {
            return Tensor.ghost(x.shape()); // how much there is shows when data come
        }
        int step = number(range.get("step"), 1);
        int start = bound(number(range.get("start"), 0), size);
        int stop = bound(number(range.get("stop"), size), size);
        return x.slice(axis, start, Math.max(start, stop), step);
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }

    private static int bound(int index, int size) {
        return Math.clamp(index < 0 ? index + size : index, 0, size);
    }
}
