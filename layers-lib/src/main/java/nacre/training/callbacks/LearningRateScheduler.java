package nacre.training.callbacks;

import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Sets the learning rate of each epoch by a rule, and records it as `learning_rate`:
///
/// `new LearningRateScheduler((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)`
///
/// Source: [Keras, LearningRateScheduler](https://keras.io/api/callbacks/learning_rate_scheduler/).
public final class LearningRateScheduler implements Callback {
    /// A rule for the learning rate.
    public interface Rule {
        /// The rate of an epoch, counted from 0, from the rate before.
        double rate(int epoch, double rate);
    }

    private final Rule schedule;
    private boolean verbose;

    /// By this rule.
    public LearningRateScheduler(Rule schedule) {
        this.schedule = schedule;
    }

    /// Whether it says what it does: 0 no (default), 1 yes.
    public LearningRateScheduler verbose(int level) {
        verbose = level > 0;
        return this;
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        double rate = schedule.rate(epoch, trainee.optimizer().learningRate());
        trainee.optimizer().learningRate(rate);
        if (verbose) {
            trainee.say("Epoch %d: the learning rate is set to %s.".formatted(epoch + 1, rate));
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", trainee.optimizer().learningRate());
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "LearningRateScheduler by a rule of (epoch, rate)";
    }
}
