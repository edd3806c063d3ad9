package nacre.tensor;

import java.util.List;
import java.util.Map;

/// What Keras calls an operation in a file: `keras.src.ops.numpy`, `Add`.
///
/// @param module where Keras has the class
/// @param className the class
/// @param options what the class was made with, such as the axis
/// @param more what stands after the tensors in a call, such as the part of a tensor that is taken
public record OpName(
        String module, String className, Map<String, Object> options, List<Object> more) {
    static final String NUMPY = "keras.src.ops.numpy";
    static final String NN = "keras.src.ops.nn";
    static final String MATH = "keras.src.ops.math";

    static OpName numpy(String className) {
        return new OpName(NUMPY, className, Map.of(), List.of());
    }

    static OpName numpy(String className, Map<String, Object> options) {
        return new OpName(NUMPY, className, options, List.of());
    }

    static OpName nn(String className) {
        return new OpName(NN, className, Map.of(), List.of());
    }
}
