package nacre.training.optimizers;

import nacre.training.Schedule;

/// [Adam] with weights that decay: before each step `w -= rate · weightDecay · w`, by default
/// 0.004.
///
/// ```java
/// new AdamW(0.5).weightDecay(0.01).learningRate()   // 0.5
/// ```
///
/// Source: Loshchilov and Hutter, Decoupled weight decay regularization (2017); [Keras,
/// AdamW](https://keras.io/api/optimizers/adamw/).
public final class AdamW extends AdamRule<AdamW> {
    /// With the default learning rate, 0.001.
    public AdamW() {
        this(0.001);
    }

    /// With this learning rate.
    public AdamW(double learningRate) {
        super(learningRate);
        weightDecay(0.004);
    }

    /// With a learning rate that follows a schedule.
    public AdamW(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }
}
