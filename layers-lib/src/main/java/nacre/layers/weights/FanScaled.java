package nacre.layers.weights;

import java.util.List;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// First values whose variance is `scale / n`, where `n` counts the numbers that meet in a neuron
/// (fan in), that leave an input (fan out), or the mean of both: so signals neither grow nor fade
/// from layer to layer.
public interface FanScaled extends Initializer {
    /// A bell curve without its ends beyond 2 deviations is this much narrower.
    double TRUNCATED_DEVIATION = 0.87962566103423978;

    /// What `n` counts.
    enum Mode {
        /// The numbers that meet in a neuron.
        FAN_IN,
        /// The numbers that leave an input.
        FAN_OUT,
        /// The mean of both.
        FAN_AVG
    }

    /// How the values are spread.
    enum Distribution {
        /// Evenly over `±√(3 · scale / n)`.
        UNIFORM,
        /// A bell curve without its ends beyond 2 deviations.
        TRUNCATED_NORMAL,
        /// A bell curve.
        UNTRUNCATED_NORMAL;

        /// The distribution by Keras's name; `normal` is the truncated one.
        public static Distribution of(String name) {
            return switch (name) {
                case "uniform" -> UNIFORM;
                case "normal", "truncated_normal" -> TRUNCATED_NORMAL;
                case "untruncated_normal" -> UNTRUNCATED_NORMAL;
                default ->
                        throw new IllegalArgumentException(
                                "`distribution` must be \"uniform\", \"truncated_normal\" or \"untruncated_normal\";"
                                        + " got \""
                                        + name
                                        + "\".");
            };
        }
    }

    /// Gives the same numbers every time, or null.
    @Nullable Integer seed();

    /// The axes of a kernel that are inputs; null: all but the last, as in a convolution.
    @Nullable List<Integer> inputAxes();

    /// The axes of a kernel that are outputs; null: the last and the window, as in a convolution.
    @Nullable List<Integer> outputAxes();

    /// The variance times `n`.
    double scale();

    /// What `n` counts.
    Mode mode();

    /// How the values are spread.
    Distribution distribution();

    @Override
    default Tensor values(Shape shape, long drawn) {
        return values(Fans.of(shape, inputAxes(), outputAxes()), shape, drawn);
    }

    /// Values for a kernel that is not laid out as a convolution's: `inputs` and `outputs` are its
    /// axes, unless this initializer names its own.
    default Tensor values(Shape shape, List<Integer> inputs, List<Integer> outputs, long drawn) {
        boolean own = inputAxes() != null && outputAxes() != null;
        return own ? values(shape, drawn) : values(Fans.of(shape, inputs, outputs), shape, drawn);
    }

    private Tensor values(Fans fans, Shape shape, long drawn) {
        double n =
                switch (mode()) {
                    case FAN_IN -> fans.in();
                    case FAN_OUT -> fans.out();
                    case FAN_AVG -> fans.mean();
                };
        double deviation = Math.sqrt(scale() / Math.max(1, n));
        var random = new RandomStream(seed() == null ? drawn : seed());
        return switch (distribution()) {
            case UNIFORM ->
                    random.uniform(shape, -Math.sqrt(3) * deviation, Math.sqrt(3) * deviation);
            case TRUNCATED_NORMAL ->
                    random.truncatedNormal(shape, 0, deviation / TRUNCATED_DEVIATION);
            case UNTRUNCATED_NORMAL -> random.normal(shape, 0, deviation);
        };
    }
}
