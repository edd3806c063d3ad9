package nacre.parity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of Keras has no meaning on the JVM, with the reason: the only cases that are passed over.
final class Differences {
    private static final Map<String, String> LAYERS =
            Map.of(
                    "FlaxLayer", "wraps a model of the Python library Flax",
                    "JaxLayer", "wraps a function of the Python library JAX",
                    "TFSMLayer", "wraps a SavedModel of TensorFlow",
                    "TorchModuleWrapper", "wraps a module of the Python library PyTorch");

    private static final Map<String, String> ARGUMENTS =
            Map.of(
                    "lora_rank",
                            "fine-tunes large models by small matrices beside a kernel; not offered",
                    "lora_alpha", "belongs to lora_rank",
                    "quantization_config",
                            "calculates in 8-bit numbers; here everything is float32",
                    "gptq_unpacked_column_size", "belongs to quantization");

    private Differences() {}

    /// Why a case cannot be run here, or null if it can.
    static @Nullable String reason(Case expectation) {
        if (expectation.has("layer") && LAYERS.containsKey(expectation.text("layer"))) {
            return expectation.text("layer") + " " + LAYERS.get(expectation.text("layer"));
        }
        for (Map.Entry<String, @Nullable Object> argument : expectation.map("kwargs").entrySet()) {
            if (argument.getValue() != null && ARGUMENTS.containsKey(argument.getKey())) {
                return "`" + argument.getKey() + "` " + ARGUMENTS.get(argument.getKey());
            }
        }
        return null;
    }
}
