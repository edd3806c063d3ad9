package nacre.layers.activation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nacre.compute.Unary;
import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The activation functions that have a name; some have options with defaults.
///
/// ```java
/// Activations.RELU.apply(Tensor.of(new float[] {-1, 2}))                         // [0, 2]
/// Activations.RELU.with("maxValue", 1).apply(Tensor.of(new float[] {-1, 2}))     // [0, 1]
/// ```
///
/// Source: [Keras, layer activations](https://keras.io/api/layers/activations/).
public enum Activations implements ActivationFunction, Serializable {
    /// `x` where positive, else `α · (e^(x/α) - 1)`; option `alpha`, default 1.
    CELU("alpha"),
    /// `x` where positive, else `α · (e^x - 1)`; option `alpha`, default 1.
    ELU("alpha"),
    /// `e^x`.
    EXPONENTIAL,
    /// `x` times the share of the bell curve below `x`; option `approximate` (by tanh), default
    /// false.
    GELU("approximate"),
    /// The first half of the numbers times the sigmoid of the second half; option `axis`, default
    /// -1.
    GLU("axis"),
    /// `x` outside of `±threshold`, 0 inside; option `threshold`, default 0.5.
    HARD_SHRINK("threshold"),
    /// A sigmoid of straight lines: `relu6(x + 3) / 6`.
    HARD_SIGMOID,
    /// `x · hard_sigmoid(x)`.
    HARD_SILU,
    /// `x` cut off at -1 and 1.
    HARD_TANH,
    /// `x` where positive, else `slope · x`; option `negativeSlope`, default 0.2.
    LEAKY_RELU("negativeSlope"),
    /// `x`.
    LINEAR,
    /// The logarithm of the sigmoid.
    LOG_SIGMOID,
    /// The logarithm of softmax; option `axis`, default -1.
    LOG_SOFTMAX("axis"),
    /// `x · tanh(softplus(x))`.
    MISH,
    /// `max(x, 0)`; options `negativeSlope`, default 0, `maxValue`, default none, `threshold`,
    /// default 0.
    RELU("negativeSlope", "maxValue", "threshold"),
    /// `max(x, 0)`, at most 6.
    RELU6,
    /// An ELU whose slopes keep mean 0 and variance 1 from layer to layer.
    SELU,
    /// `1 / (1 + e^-x)`, an S between 0 and 1.
    SIGMOID,
    /// `x · sigmoid(x)`, also called swish.
    SILU,
    /// Outside of `±threshold` moved towards 0 by it, inside 0; option `threshold`, default 0.5.
    SOFT_SHRINK("threshold"),
    /// `e^x` over its sum: shares that sum to 1; option `axis`, default -1.
    SOFTMAX("axis"),
    /// `ln(1 + e^x)`, a smooth relu.
    SOFTPLUS,
    /// `x / (1 + |x|)`.
    SOFTSIGN,
    /// 0 up to -1, `x` from 1 on, a parabola between.
    SPARSE_PLUS,
    /// 0 up to -1, 1 from 1 on, a straight line between.
    SPARSE_SIGMOID,
    /// Shares like softmax, most of them exactly 0; option `axis`, default -1.
    SPARSEMAX("axis"),
    /// `(x + √(x² + b)) / 2`, a smooth relu without `e^x`; option `b`, default 4.
    SQUAREPLUS("b"),
    /// An S between -1 and 1.
    TANH,
    /// `x - tanh(x)`.
    TANH_SHRINK,
    /// `x` above a threshold, else another value; options `threshold` and `defaultValue` must be
    /// given.
    THRESHOLD("threshold", "defaultValue");

    /// Other names that Keras knows.
    private static final Map<String, Activations> ALIASES =
            Map.of("swish", SILU, "hard_swish", HARD_SILU);

    private final List<String> options;

    Activations(String... options) {
        this.options = List.of(options);
    }

    /// The formulas. They are not lambdas at the constants: Java would make a class of each of them
    /// at the first use of any, which is on the way to a model's first step.
    private Tensor apply(Tensor x, Options o) {
        return switch (this) {
            case CELU -> Curves.celu(x, o.number("alpha", 1));
            case ELU -> Curves.elu(x, o.number("alpha", 1));
            case EXPONENTIAL -> x.exp();
            case GELU -> o.flag("approximate") ? Curves.geluByTanh(x) : Curves.gelu(x);
            case GLU -> Shares.glu(x, o.axis());
            case HARD_SHRINK -> Kinks.hardShrink(x, o.number("threshold", 0.5));
            case HARD_SIGMOID -> Kinks.hardSigmoid(x);
            case HARD_SILU -> x.mul(Kinks.hardSigmoid(x));
            case HARD_TANH -> x.clip(-1, 1);
            case LEAKY_RELU -> Kinks.leakyRelu(x, o.number("negativeSlope", 0.2));
            case LINEAR -> x;
            case LOG_SIGMOID -> x.neg().softplus().neg();
            case LOG_SOFTMAX -> x.logSoftmax(o.axis());
            case MISH -> x.mul(x.softplus().tanh());
            case RELU ->
                    Kinks.relu(
                            x,
                            o.number("negativeSlope", 0),
                            o.optional("maxValue"),
                            o.number("threshold", 0));
            case RELU6 -> x.clip(0, 6);
            case SELU -> Curves.selu(x);
            case SIGMOID -> x.sigmoid();
            case SILU -> x.mul(x.sigmoid());
            case SOFT_SHRINK -> Kinks.softShrink(x, o.number("threshold", 0.5));
            case SOFTMAX -> x.softmax(o.axis());
            case SOFTPLUS -> x.softplus();
            case SOFTSIGN -> x.div(x.abs().add(1));
            case SPARSE_PLUS -> Kinks.sparsePlus(x);
            case SPARSE_SIGMOID -> x.add(1).div(2).clip(0, 1);
            case SPARSEMAX -> Shares.sparsemax(x, o.axis());
            case SQUAREPLUS -> Curves.squareplus(x, o.number("b", 4));
            case TANH -> x.tanh();
            case TANH_SHRINK -> x.sub(x.tanh());
            case THRESHOLD -> Kinks.threshold(x, o.number("threshold"), o.number("defaultValue"));
        };
    }

    /// The function by Keras's name, or null.
    static @Nullable Activations find(String name) {
        return Arrays.stream(values())
                .filter(function -> function.serialize().equals(name))
                .findFirst()
                .orElse(ALIASES.get(name));
    }

    /// The one loop that computes a function, if there is one that other work can be joined to.
    public static @Nullable Unary loop(ActivationFunction function) {
        if (!(function instanceof Activations known)) {
            return null;
        }
        // over the enum alone: a switch over any object begins a hundred times more slowly
        return switch (known) {
            case RELU -> Unary.RELU;
            case SIGMOID -> Unary.SIGMOID;
            case TANH -> Unary.TANH;
            default -> null;
        };
    }

    /// The names of the options.
    public List<String> options() {
        return options;
    }

    /// Whether the name alone does not say what to compute: an option must be given.
    public boolean needsOptions() {
        return this == THRESHOLD;
    }

    @Override
    public Tensor apply(Tensor x) {
        return apply(x, new Options(this, Map.of()));
    }

    /// The same function with an option of its own, such as `Activations.RELU.with("maxValue", 6)`.
    public ActivationFunction with(String option, Object value) {
        return with(Map.of(option, value));
    }

    /// The same function with options of its own, by name in Java's or Keras's spelling.
    public ActivationFunction with(Map<String, ? extends @Nullable Object> given) {
        var own = new Options(this, given);
        return x -> apply(x, own);
    }

    /// Keras's name.
    @Override
    public String serialize() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String module() {
        return "keras.activations";
    }

    /// The options given for one use of a function.
    private static final class Options {
        private final Activations function;
        private final Map<String, Object> given = new HashMap<>();

        Options(Activations function, Map<String, ? extends @Nullable Object> options) {
            this.function = function;
            options.forEach(
                    (key, value) -> {
                        String option = Names.camel(key);
                        if (!function.options.contains(option)) {
                            throw new IllegalArgumentException(
                                    function.serialize()
                                            + " has no option `"
                                            + option
                                            + "`; its options are "
                                            + function.options
                                            + ".");
                        }
                        if (value != null) {
                            given.put(option, value);
                        }
                    });
        }

        float number(String option) {
            Float number = optional(option);
            if (number == null) {
                throw new IllegalArgumentException(
                        function.serialize()
                                + " needs `"
                                + option
                                + "`: Activations."
                                + function.name()
                                + ".with(Map.of(\""
                                + option
                                + "\", …, …)).");
            }
            return number;
        }

        float number(String option, double defaultValue) {
            Float number = optional(option);
            return number == null ? (float) defaultValue : number;
        }

        @Nullable Float optional(String option) {
            return switch (given.get(option)) {
                case null -> null;
                case Number number -> number.floatValue();
                case Object other ->
                        throw new IllegalArgumentException(
                                "`" + option + "` must be a number; got " + other + ".");
            };
        }

        boolean flag(String option) {
            return Boolean.TRUE.equals(given.get(option));
        }

        int axis() {
            return (int) number("axis", -1);
        }
    }
}
