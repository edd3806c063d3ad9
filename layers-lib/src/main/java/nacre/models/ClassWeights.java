package nacre.models;

import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;

/// Weights of samples by their class.
final class ClassWeights {
    private ClassWeights() {}

    /// The same data, weighted; those of a data feed batch by batch.
    static BatchSource apply(Map<Integer, Double> classWeight, BatchSource data) {
        return switch (data) {
            case Batches all -> apply(classWeight, all);
            case FedBatches feed -> new FedBatches(feed.data(), batch -> apply(classWeight, batch));
        };
    }

    /// The same samples, weighted; classes that are not named count 1.
    static Batches apply(Map<Integer, Double> classWeight, Batches data) {
        if (data.y().size() != 1 || !data.weights().isEmpty()) {
            throw new IllegalArgumentException(
                    "`classWeight` is for models with one output, and not together with `sampleWeight`.");
        }
        Tensor y = data.y().get(0);
        Tensor classes = y.rank() > 1 && y.dim(-1) > 1 ? y.argMax(-1) : y.reshape(y.size());
        if (classes.size() != data.samples()) {
            throw new IllegalArgumentException(
                    "`classWeight` needs one class for each sample; targets have shape "
                            + y.shape()
                            + ". Give `sampleWeight` instead.");
        }
        float[] weights = new float[classes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = classWeight.getOrDefault(Math.round(classes.get(i)), 1.0).floatValue();
        }
        return data.weighted(List.of(Tensor.of(weights)));
    }
}
