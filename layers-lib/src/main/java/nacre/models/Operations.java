package nacre.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nacre.layers.OperationLayer;
import nacre.layers.activation.ActivationFunction;
import nacre.layers.config.Names;
import nacre.tensor.Op;
import nacre.tensor.OpName;
import nacre.tensor.OpNames;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What Keras's operations do, by the names that files have for them.
final class Operations {
    private interface Meaning {
        Tensor of(List<Tensor> x, OpName name);
    }

    private static final Map<String, Meaning> KNOWN = new HashMap<>();

    static {
        KNOWN.put("Divide", (x, _) -> x.get(0).div(x.get(1)));
        KNOWN.put("FloorDivide", (x, _) -> x.get(0).div(x.get(1)).floor());
        KNOWN.put("Abs", (x, _) -> x.get(0).abs());
        KNOWN.put("LogicalAnd", (x, _) -> x.get(0).notEqual(0).mul(x.get(1).notEqual(0)));
        KNOWN.put("LogicalOr", (x, _) -> x.get(0).notEqual(0).maximum(x.get(1).notEqual(0)));
        KNOWN.put("Where", (x, _) -> x.get(1).where(x.get(0), x.get(2)));
        KNOWN.put("Clip", (x, name) -> x.get(0).clip(number(name, "x_min"), number(name, "x_max")));
        KNOWN.put("Cast", (x, _) -> x.get(0));
        KNOWN.put("StopGradient", (x, _) -> x.get(0).detach());
        KNOWN.put("Matmul", (x, _) -> x.get(0).matmul(x.get(1)));
        KNOWN.put(
                "Einsum",
                (x, name) ->
                        Tensor.einsum(
                                (String) option(name, "subscripts"), x.toArray(Tensor[]::new)));
        KNOWN.put("Concatenate", (x, name) -> Tensor.concat(x, axis(name, -1)));
        KNOWN.put("Stack", (x, name) -> Tensor.stack(x, axis(name, 0)));
        KNOWN.put(
                "Sum",
                (x, name) -> keeps(name) ? x.get(0).sumKeep(axes(name)) : x.get(0).sum(axes(name)));
        KNOWN.put(
                "Mean",
                (x, name) ->
                        keeps(name) ? x.get(0).meanKeep(axes(name)) : x.get(0).mean(axes(name)));
        KNOWN.put(
                "Max",
                (x, name) -> keeps(name) ? x.get(0).maxKeep(axes(name)) : x.get(0).max(axes(name)));
        KNOWN.put(
                "Min",
                (x, name) -> keeps(name) ? x.get(0).minKeep(axes(name)) : x.get(0).min(axes(name)));
        KNOWN.put("Prod", (x, name) -> x.get(0).prod(axes(name)));
        KNOWN.put("Any", (x, name) -> x.get(0).notEqual(0).max(axes(name)));
        KNOWN.put("All", (x, name) -> x.get(0).notEqual(0).min(axes(name)));
        KNOWN.put("Reshape", (x, name) -> x.get(0).reshape(shape(option(name, "newshape"))));
        KNOWN.put("Transpose", (x, name) -> x.get(0).permute(ints(option(name, "axes"))));
        KNOWN.put("ExpandDims", (x, name) -> x.get(0).expandDims(axis(name, -1)));
        KNOWN.put("Squeeze", (x, name) -> x.get(0).squeeze(axis(name, -1)));
        KNOWN.put("Flip", (x, name) -> x.get(0).reverse(axis(name, -1)));
        KNOWN.put("GetItem", (x, name) -> Parts.of(x.get(0), name.more().get(0)));
    }

    private Operations() {}

    /// A step of a graph as a file has it.
    ///
    /// @param name the operation
    /// @param places the numbers of its call in their places, null where a tensor goes
    static OperationLayer make(OpName name, List<@Nullable Tensor> places) {
        return new OperationLayer(name, meaning(name), places);
    }

    private static Function<List<Tensor>, Tensor> meaning(OpName name) {
        Meaning known = KNOWN.get(name.className());
        if (known != null) {
            return x -> known.of(x, name);
        }
        Op op = OpNames.elementwise(name.className()).orElse(null);
        if (op != null) {
            return x -> Op.apply(op, x.toArray(Tensor[]::new));
        }
        if (name.module().endsWith(".nn")) {
            ActivationFunction function = ActivationFunction.of(Names.snake(name.className()));
            return x -> function.apply(x.get(0));
        }
        throw new IllegalArgumentException(
                "The model calculates with the operation "
                        + name.className()
                        + " of "
                        + name.module()
                        + ", which Nacre does not have.");
    }

    private static Object option(OpName name, String key) {
        Object value = name.options().get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The operation " + name.className() + " lacks its option `" + key + "`.");
        }
        return value;
    }

    private static float number(OpName name, String key) {
        return ((Number) option(name, key)).floatValue();
    }

    private static boolean keeps(OpName name) {
        return Boolean.TRUE.equals(name.options().get("keepdims"));
    }

    private static int axis(OpName name, int otherwise) {
        return name.options().get("axis") instanceof Number axis ? axis.intValue() : otherwise;
    }

    private static int[] axes(OpName name) {
        Object axes = name.options().get("axis");
        return axes == null ? new int[0] : ints(axes);
    }

    private static int[] ints(Object value) {
        return value instanceof List<?> list
                ? list.stream().mapToInt(item -> ((Number) item).intValue()).toArray()
                : new int[] {((Number) value).intValue()};
    }

    private static Shape shape(Object newShape) {
        return newShape instanceof List<?> list
                ? Shape.of(list.stream().mapToInt(Operations::size).toArray())
                : Shape.of(size(newShape));
    }

    private static int size(@Nullable Object number) {
        return number == null ? Shape.NONE : ((Number) number).intValue();
    }
}
