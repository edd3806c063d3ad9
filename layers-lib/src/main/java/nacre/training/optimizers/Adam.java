package nacre.training.optimizers;

import nacre.training.Schedule;

/// Steps of a size of their own for each weight, from running means of the gradient (`m`) and of
/// its square (`v`):
///
/// `w -= rate · √(1 - beta2ᵗ) / (1 - beta1ᵗ) · m / (√v + epsilon)`
///
/// ```java
/// new Adam(0.5).beta1(0.8).learningRate()   // 0.5
/// ```
///
/// Source: Kingma and Ba, Adam: a method for stochastic optimization (2014); [Keras,
/// Adam](https://keras.io/api/optimizers/adam/).
public final class Adam extends AdamRule<Adam> {
    /// With the default learning rate, 0.001.
    public Adam() {
        this(0.001);
    }

    /// With this learning rate.
    public Adam(double learningRate) {
        super(learningRate);
    }

    /// With a learning rate that follows a schedule.
    public Adam(Schedule learningRate) {
        this();
        learningRate(learningRate);
    }
}
