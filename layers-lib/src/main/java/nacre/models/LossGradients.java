package nacre.models;

import java.util.List;
import nacre.tensor.Tensor;

/// What one batch says about the weights, before any step is made.
///
/// @param loss the loss of the batch
/// @param byWeight its gradient by each trainable weight, in their order
public record LossGradients(double loss, List<Tensor> byWeight) {
    public LossGradients {
        byWeight = List.copyOf(byWeight);
    }
}
