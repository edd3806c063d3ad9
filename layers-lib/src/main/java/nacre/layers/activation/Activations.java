package nacre.layers.activation;

import java.util.Arrays;
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
    CELU((x, o) -> Curves.celu(x, o.number("alpha", 1)), "alpha"),
    /// `x` where positive, else `α · (e^x - 1)`; option `alpha`, default 1.
    ELU((x, o) -> Curves.elu(x, o.number("alpha", 1)), "alpha"),
    /// `e^x`.
    EXPONENTIAL((x, _) -> x.exp()),
    /// `x` times the share of the bell curve below `x`; option `approximate` (by tanh), default
    /// false.
    GELU((x, o) -> o.flag("approximate") ? Curves.geluByTanh(x) : Curves.gelu(x), "approximate"),
    /// The first half of the numbers times the sigmoid of the second half; option `axis`, default
    /// -1.
    GLU((x, o) -> Shares.glu(x, o.axis()), "axis"),
    /// `x` outside of `±threshold`, 0 inside; option `threshold`, default 0.5.
    HARD_SHRINK((x, o) -> Kinks.hardShrink(x, o.number("threshold", 0.5)), "threshold"),
    /// A sigmoid of straight lines: `relu6(x + 3) / 6`.
    HARD_SIGMOID((x, _) -> Kinks.hardSigmoid(x)),
    /// `x · hard_sigmoid(x)`.
    HARD_SILU((x, _) -> x.mul(Kinks.hardSigmoid(x))),
    /// `x` cut off at -1 and 1.
    HARD_TANH((x, _) -> x.clip(-1, 1)),
    /// `x` where positive, else `slope · x`; option `negativeSlope`, default 0.2.
    LEAKY_RELU((x, o) -> Kinks.leakyRelu(x, o.number("negativeSlope", 0.2)), "negativeSlope"),
    /// `x`.
    LINEAR((x, _) -> x),
    /// The logarithm of the sigmoid.
    LOG_SIGMOID((x, _) -> x.neg().softplus().neg()),
    /// The logarithm of softmax; option `axis`, default -1.
    LOG_SOFTMAX((x, o) -> x.logSoftmax(o.axis()), "axis"),
    /// `x · tanh(softplus(x))`.
    MISH((x, _) -> x.mul(x.softplus().tanh())),
    /// `max(x, 0)`; options `negativeSlope`, default 0, `maxValue`, default none, `threshold`,
    /// default 0.
    RELU(
            (x, o) ->
                    Kinks.relu(
                            x,
                            o.number("negativeSlope", 0),
                            o.optional("maxValue"),
                            o.number("threshold", 0)),
            "negativeSlope",
            "maxValue",
            "threshold"),
    /// `max(x, 0)`, at most 6.
    RELU6((x, _) -> x.clip(0, 6)),
    /// An ELU whose slopes keep mean 0 and variance 1 from layer to layer.
    SELU((x, _) -> Curves.selu(x)),
    /// `1 / (1 + e^-x)`, an S between 0 and 1.
    SIGMOID((x, _) -> x.sigmoid()),
    /// `x · sigmoid(x)`, also called swish.
    SILU((x, _) -> x.mul(x.sigmoid())),
    /// Outside of `±threshold` moved towards 0 by it, inside 0; option `threshold`, default 0.5.
    SOFT_SHRINK((x, o) -> Kinks.softShrink(x, o.number("threshold", 0.5)), "threshold"),
    /// `e^x` over its sum: shares that sum to 1; option `axis`, default -1.
    SOFTMAX((x, o) -> x.softmax(o.axis()), "axis"),
    /// `ln(1 + e^x)`, a smooth relu.
    SOFTPLUS((x, _) -> x.softplus()),
    /// `x / (1 + |x|)`.
    SOFTSIGN((x, _) -> x.div(x.abs().add(1))),
    /// 0 up to -1, `x` from 1 on, a parabola between.
    SPARSE_PLUS((x, _) -> Kinks.sparsePlus(x)),
    /// 0 up to -1, 1 from 1 on, a straight line between.
    SPARSE_SIGMOID((x, _) -> x.add(1).div(2).clip(0, 1)),
    /// Shares like softmax, most of them exactly 0; option `axis`, default -1.
    SPARSEMAX((x, o) -> Shares.sparsemax(x, o.axis()), "axis"),
    /// `(x + √(x² + b)) / 2`, a smooth relu without `e^x`; option `b`, default 4.
    SQUAREPLUS((x, o) -> Curves.squareplus(x, o.number("b", 4)), "b"),
    /// An S between -1 and 1.
    TANH((x, _) -> x.tanh()),
    /// `x - tanh(x)`.
    TANH_SHRINK((x, _) -> x.sub(x.tanh())),
    /// `x` above a threshold, else another value; options `threshold` and `defaultValue` must be
    /// given.
    THRESHOLD(
            (x, o) -> Kinks.threshold(x, o.number("threshold"), o.number("defaultValue")),
            "threshold",
            "defaultValue");

    /// Other names that Keras knows.
    private static final Map<String, Activations> ALIASES =
            Map.of("swish", SILU, "hard_swish", HARD_SILU);

    private interface Formula {
        Tensor apply(Tensor x, Options options);
    }

    private final Formula formula;
    private final List<String> options;

    Activations(Formula formula, String... options) {
        this.formula = formula;
        this.options = List.of(options);
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
        return function instanceof Activations known
                ? switch (known) { // a switch over any object begins a hundred times more slowly
                    case RELU -> Unary.RELU;
                    case SIGMOID -> Unary.SIGMOID;
                    case TANH -> Unary.TANH;
                    default -> null;
                }
                : null;
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
        return formula.apply(x, new Options(this, Map.of()));
    }

    /// The same function with an option of its own, such as `Activations.RELU.with("maxValue", 6)`.
    public ActivationFunction with(String option, Object value) {
        return with(Map.of(option, value));
    }

    /// The same function with options of its own, by name in Java's or Keras's spelling.
    public ActivationFunction with(Map<String, ? extends @Nullable Object> given) {
        var own = new Options(this, given);
        return x -> formula.apply(x, own);
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
        private final Map<String, Object> given = new java.util.HashMap<>();

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
