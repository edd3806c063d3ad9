package nacre.training;

import java.util.Map;

/// Something that happens beside training; override the moments that matter.
///
/// Logs hold what is known at that moment: `loss`, metrics, and after an epoch with validation data
/// also `val_loss`, ….
///
/// Source: [Keras, callbacks](https://keras.io/api/callbacks/base_callback/).
public interface Callback {
    /// Training begins.
    default void onTrainBegin(Trainee trainee) {}

    /// Training is over, also when it was stopped early.
    default void onTrainEnd(Trainee trainee, Map<String, Double> logs) {}

    /// An epoch begins, counted from 0.
    default void onEpochBegin(Trainee trainee, int epoch) {}

    /// An epoch is over; what is put into the logs is recorded.
    default void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {}

    /// A batch begins, counted from 0 in each epoch.
    default void onTrainBatchBegin(Trainee trainee, int batch) {}

    /// A batch is over.
    default void onTrainBatchEnd(Trainee trainee, int batch, Map<String, Double> logs) {}

    /// The validation after an epoch begins.
    default void onTestBegin(Trainee trainee) {}

    /// The validation after an epoch is over.
    default void onTestEnd(Trainee trainee, Map<String, Double> logs) {}

    /// Whether it does something at every batch; freezing layers there is noticed.
    default boolean followsBatches() {
        return true;
    }
}
