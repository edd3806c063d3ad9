package nacre.training.callbacks;

import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Sets the learning rate of each epoch by a rule, and records it as `learning_rate`: `new
/// LearningRateScheduler((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)`.
///
/// Source: [Keras, LearningRateScheduler](https://keras.io/api/callbacks/learning_rate_scheduler/).
public final class LearningRateScheduler implements Callback {
    /// A rule for the learning rate.
    public interface Rule {
        /// The rate of an epoch, counted from 0, from the rate before.
        double rate(int epoch, double rate);
    }

    private final Rule schedule;

    /// By this rule.
    public LearningRateScheduler(Rule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        trainee.optimizer().learningRate(schedule.rate(epoch, trainee.optimizer().learningRate()));
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", trainee.optimizer().learningRate());
    }

    @Override
    public boolean followsBatches() {
        return false;
    }
}
