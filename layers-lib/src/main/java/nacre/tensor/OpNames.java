package nacre.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nacre.compute.Binary;
import nacre.compute.Reduction;
import nacre.compute.Unary;
import nacre.tensor.ArithmeticOps.BinaryOp;
import nacre.tensor.FunctionOps.UnaryOp;
import nacre.tensor.ReductionOps.Reduce;
import org.jspecify.annotations.Nullable;

/// Keras's names of the operations, both ways.
public final class OpNames {
    private static final Map<String, Op> ELEMENTWISE = new HashMap<>();

    static {
        for (Binary f : Binary.values()) {
            ELEMENTWISE.put(binary(f), new BinaryOp(f));
        }
        for (Unary f : Unary.values()) {
            Optional.ofNullable(unary(f))
                    .ifPresent(name -> ELEMENTWISE.put(name.className(), new UnaryOp(f)));
        }
    }

    private OpNames() {}

    /// The operation, number by number, that Keras has under this name.
    public static Optional<Op> elementwise(String className) {
        return Optional.ofNullable(ELEMENTWISE.get(className));
    }

    /// Keras's name of an operation, or null if Keras has none.
    static @Nullable OpName of(Op op) {
        return switch (op) {
            case BinaryOp(Binary f) -> OpName.numpy(binary(f));
            case UnaryOp(Unary f) -> unary(f);
            case ArithmeticOps.Where _ -> OpName.numpy("Where");
            case Reduce(Reduction f, int axis) ->
                    OpName.numpy(reduction(f), Map.of("axis", axis, "keepdims", true));
            case FunctionOps.Softmax _ -> OpName.nn("Softmax");
            case FunctionOps.LogSoftmax _ -> OpName.nn("LogSoftmax");
            case ShapingOps.Reshape(Shape to) ->
                    OpName.numpy("Reshape", Map.of("newshape", boxed(to.dims())));
            case ShapingOps.Permute(int[] axes) ->
                    OpName.numpy("Transpose", Map.of("axes", boxed(axes)));
            case ShapingOps.Reverse(int axis) -> OpName.numpy("Flip", Map.of("axis", axis));
            case ConcatOp(int axis) -> OpName.numpy("Concatenate", Map.of("axis", axis));
            case ShapingOps.Slice part -> slice(part);
            default -> null;
        };
    }

    private static String binary(Binary f) {
        return switch (f) {
            case ADD -> "Add";
            case SUB -> "Subtract";
            case MUL -> "Multiply";
            case DIV -> "TrueDivide";
            case MAX -> "Maximum";
            case MIN -> "Minimum";
            case POW -> "Power";
            case MOD -> "Mod";
            case ATAN2 -> "Arctan2";
            case EQUAL -> "Equal";
            case NOT_EQUAL -> "NotEqual";
            case GREATER -> "Greater";
            case GREATER_EQUAL -> "GreaterEqual";
            case LESS -> "Less";
            case LESS_EQUAL -> "LessEqual";
        };
    }

    private static @Nullable OpName unary(Unary f) {
        return switch (f) {
            case NEG -> OpName.numpy("Negative");
            case ABS -> OpName.numpy("Absolute");
            case SIGN -> OpName.numpy("Sign");
            case EXP -> OpName.numpy("Exp");
            case EXPM1 -> OpName.numpy("Expm1");
            case LOG -> OpName.numpy("Log");
            case LOG1P -> OpName.numpy("Log1p");
            case SQRT -> OpName.numpy("Sqrt");
            case RSQRT -> new OpName(OpName.MATH, "Rsqrt", Map.of(), List.of());
            case SQUARE -> OpName.numpy("Square");
            case RECIPROCAL -> OpName.numpy("Reciprocal");
            case SIN -> OpName.numpy("Sin");
            case COS -> OpName.numpy("Cos");
            case TAN -> OpName.numpy("Tan");
            case ASIN -> OpName.numpy("Arcsin");
            case ACOS -> OpName.numpy("Arccos");
            case ATAN -> OpName.numpy("Arctan");
            case SINH -> OpName.numpy("Sinh");
            case COSH -> OpName.numpy("Cosh");
            case TANH -> OpName.numpy("Tanh");
            case ASINH -> OpName.numpy("Arcsinh");
            case ACOSH -> OpName.numpy("Arccosh");
            case ATANH -> OpName.numpy("Arctanh");
            case SIGMOID -> OpName.nn("Sigmoid");
            case RELU -> OpName.nn("Relu");
            case SOFTPLUS -> OpName.nn("Softplus");
            case ERF -> new OpName(OpName.MATH, "Erf", Map.of(), List.of());
            case FLOOR -> OpName.numpy("Floor");
            case CEIL -> OpName.numpy("Ceil");
            case ROUND -> OpName.numpy("Round");
            case NOT -> OpName.numpy("LogicalNot");
            case IS_NAN -> OpName.numpy("Isnan");
            case IS_FINITE -> OpName.numpy("Isfinite");
            case NOT_ZERO -> null;
        };
    }

    private static String reduction(Reduction f) {
        return switch (f) {
            case SUM -> "Sum";
            case PROD -> "Prod";
            case MAX -> "Max";
            case MIN -> "Min";
        };
    }

    /// Python's `x[:, from:to:step]`.
    private static OpName slice(ShapingOps.Slice part) {
        var key = new ArrayList<Object>(Collections.nCopies(part.axis(), python(null, null, null)));
        key.add(python(part.from(), part.to(), part.step()));
        return new OpName(OpName.NUMPY, "GetItem", Map.of(), List.of(key));
    }

    private static Object python(
            @Nullable Integer from, @Nullable Integer to, @Nullable Integer step) {
        var range = new HashMap<String, @Nullable Object>();
        range.put("start", from);
        range.put("stop", to);
        range.put("step", step);
        return Map.of("class_name", "__slice__", "config", range);
    }

    private static List<Integer> boxed(int... numbers) {
        return IntStream.of(numbers).boxed().toList();
    }
}
