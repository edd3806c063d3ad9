package nacre.training.schedules;

import java.util.List;
import nacre.training.Schedule;

/// Stays the same between some steps: the first value up to and with the first boundary, then the
/// second, and so on.
///
/// ```java
/// var schedule = new PiecewiseConstantDecay(List.of(10, 20), List.of(1.0, 0.5, 0.1));
/// schedule.at(11)   // 0.5
/// ```
///
/// Source: [Keras,
/// PiecewiseConstantDecay](https://keras.io/api/optimizers/learning_rate_schedules/).
///
/// @param boundaries the last steps of all values but the last one
/// @param values the rates, one more than boundaries
/// @param name the name in configs
public record PiecewiseConstantDecay(List<Integer> boundaries, List<Double> values, String name)
        implements Schedule {
    public PiecewiseConstantDecay {
        boundaries = List.copyOf(boundaries);
        values = List.copyOf(values);
        if (values.size() != boundaries.size() + 1) {
            throw new IllegalArgumentException(
                    "`values` must be one more than `boundaries`; got "
                            + values
                            + " and "
                            + boundaries
                            + ".");
        }
    }

    /// With Keras's name.
    public PiecewiseConstantDecay(List<Integer> boundaries, List<Double> values) {
        this(boundaries, values, "PiecewiseConstant");
    }

    @Override
    public double at(long step) {
        int piece = 0;
        while (piece < boundaries.size() && step > boundaries.get(piece)) {
            piece++;
        }
        return values.get(piece);
    }
}
