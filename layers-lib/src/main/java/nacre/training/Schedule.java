package nacre.training;

import nacre.layers.config.Serializable;

/// A learning rate that changes with the number of steps.
public interface Schedule extends Serializable {

    /// The learning rate at a step, counted from 0.
    double at(long step);

    /// A schedule by its config, or itself.
    static Schedule of(Object identifier) {
        return Serializable.make(Schedule.class, identifier);
    }

    @Override
    default String module() {
        return "keras.optimizers.schedules";
    }
}
