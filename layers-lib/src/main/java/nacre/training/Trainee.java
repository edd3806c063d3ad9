package nacre.training;

import java.nio.file.Path;
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

    /// Tells the learner something, each text once; training goes on.
    void say(String message);

    /// Saves the model into a `.keras` file, which is replaced as a whole.
    void save(Path file);

    /// Saves the weights alone into a `.weights.h5` file, which is replaced as a whole.
    void saveWeights(Path file);

    /// Keeps all that training needs to go on from here: the weights, what the optimizer remembers,
    /// the random numbers, and which epoch and batch come next.
    void keep(Path file, int nextEpoch, int nextBatch);

    /// Goes on from where [#keep] was asked for; only when training begins.
    void resume(Path file);

    /// Whether training has come to its end, and was not cut off by an interrupt or an error.
    boolean completed();

    /// What training is meant to be.
    Plan plan();

    /// What training is meant to be.
    ///
    /// @param epochs up to which epoch
    /// @param batches how many batches make an epoch; -1: as many as come
    /// @param validates whether there are data that are only looked at
    record Plan(int epochs, int batches, boolean validates) {}
}
