package nacre.parity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Arrays and shapes of a case file: `{"shape": […], "dtype": …, "data": […]}`.
final class Arrays {
    private Arrays() {}

    static boolean isArray(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && map.containsKey("shape")
                && map.containsKey("data");
    }

    static Tensor tensor(@Nullable Object value) {
        if (!isArray(value)) {
            throw new IllegalArgumentException("not an array: " + value);
        }
        Map<String, @Nullable Object> map = Case.asMap(value);
        List<@Nullable Object> data = Case.asList(map.get("data"));
        float[] numbers = new float[data.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) number(data.get(i));
        }
        return Tensor.wrap(numbers, shape(map.get("shape")));
    }

    /// All arrays in a nested structure, in order; what is null stays null.
    static List<@Nullable Object> flat(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return Collections.singletonList(value);
        }
        var result = new ArrayList<@Nullable Object>();
        for (Object item : list) {
            result.addAll(flat(item));
        }
        return result;
    }

    static List<Tensor> tensors(@Nullable Object value) {
        return flat(value).stream().map(Arrays::tensor).toList();
    }

    /// The same where some may be missing.
    static List<@Nullable Tensor> tensorsOrNull(@Nullable Object value) {
        var result = new ArrayList<@Nullable Tensor>();
        flat(value).forEach(item -> result.add(item == null ? null : tensor(item)));
        return result;
    }

    /// A number, also one that JSON cannot write.
    static double number(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> Double.parseDouble(text);
            case null, default -> throw new IllegalArgumentException("not a number: " + value);
        };
    }

    static Shape shape(@Nullable Object value) {
        return Shape.of(
                Case.asList(value).stream()
                        .mapToInt(dim -> dim == null ? Shape.NONE : ((Number) dim).intValue())
                        .toArray());
    }

    /// One shape, or several in a nested list, in order.
    static List<Shape> shapes(@Nullable Object value) {
        List<@Nullable Object> list = Case.asList(value);
        if (list.isEmpty() || !list.stream().allMatch(List.class::isInstance)) {
            return List.of(shape(value));
        }
        return list.stream().flatMap(item -> shapes(item).stream()).toList();
    }
}
