package nacre.lesson;

import nacre.tensor.Tensor;

/// A learner's own dropout: what becomes of `x` in training.
@FunctionalInterface
public interface DropoutRule {
    /// @param x the inputs
    /// @param kept 1 where an input is kept, 0 where it is dropped
    /// @param rate the share that is dropped
    Tensor apply(Tensor x, Tensor kept, double rate);
}
