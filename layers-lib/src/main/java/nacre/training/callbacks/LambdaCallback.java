package nacre.training.callbacks;

import java.util.Map;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Something small to do beside training, without a class of its own:
///
/// `new LambdaCallback().onEpochEnd((epoch, logs) -> println(logs))`
///
/// Source: [Keras, LambdaCallback](https://keras.io/api/callbacks/lambda_callback/).
public final class LambdaCallback implements Callback {
    /// What to do at a moment that has a number and values.
    public interface Moment {
        /// Does it, for an epoch or batch of this number, from 0.
        void at(int number, Map<String, Double> logs);
    }

    private static final Moment NOTHING = (_, _) -> {};

    private Moment epochBegin = NOTHING;
    private Moment epochEnd = NOTHING;
    private Moment batchBegin = NOTHING;
    private Moment batchEnd = NOTHING;
    private Moment trainBegin = NOTHING;
    private Moment trainEnd = NOTHING;

    /// What to do when an epoch begins.
    public LambdaCallback onEpochBegin(Moment moment) {
        epochBegin = moment;
        return this;
    }

    /// What to do when an epoch is over.
    public LambdaCallback onEpochEnd(Moment moment) {
        epochEnd = moment;
        return this;
    }

    /// What to do when a batch begins.
    public LambdaCallback onTrainBatchBegin(Moment moment) {
        batchBegin = moment;
        return this;
    }

    /// What to do when a batch is over.
    public LambdaCallback onTrainBatchEnd(Moment moment) {
        batchEnd = moment;
        return this;
    }

    /// What to do when training begins.
    public LambdaCallback onTrainBegin(Runnable moment) {
        trainBegin = (_, _) -> moment.run();
        return this;
    }

    /// What to do when training is over.
    public LambdaCallback onTrainEnd(Runnable moment) {
        trainEnd = (_, _) -> moment.run();
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        trainBegin.at(0, Map.of());
    }

    @Override
    public void onTrainEnd(Trainee trainee, Map<String, Double> logs) {
        trainEnd.at(0, logs);
    }

    @Override
    public void onEpochBegin(Trainee trainee, int epoch) {
        epochBegin.at(epoch, Map.of());
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        epochEnd.at(epoch, logs);
    }

    @Override
    public void onTrainBatchBegin(Trainee trainee, int batch) {
        batchBegin.at(batch, Map.of());
    }

    @Override
    public void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {
        batchEnd.at(batch, logs);
    }

    @Override
    public String toString() {
        return "LambdaCallback";
    }
}
