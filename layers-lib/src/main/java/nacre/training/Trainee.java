package nacre.training;

import java.util.List;
import nacre.tensor.Tensor;

/// What callbacks see of the model that is being trained.
public interface Trainee {
    /// Copies of all weights.
    List<Tensor> getWeights();

    /// Gives all weights new values.
    void setWeights(List<Tensor> values);

    /// The optimizer.
    Optimizer<?> optimizer();

    /// Ends training after this batch.
    void stopTraining();

    /// How many epochs there are to be, and batches in each (null: not known before the first is
    /// over).
    Plan plan();

    /// How long training is meant to be.
    ///
    /// @param epochs up to which epoch
    /// @param batches how many batches make an epoch
    record Plan(int epochs, int batches) {}
}
