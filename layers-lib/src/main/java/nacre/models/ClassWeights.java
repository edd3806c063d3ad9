package nacre.models;

import java.util.Map;
import nacre.tensor.Tensor;

/// Weights of samples by their class.
final class ClassWeights {
    private ClassWeights() {}

    static Tensor of(Map<Integer, Double> classWeight, Batches data) {
        if (data.y().size() != 1) {
            throw new IllegalArgumentException("`classWeight` is for models with one output.");
        }
        Tensor y = data.y().get(0);
        Tensor classes = y.rank() > 1 && y.dim(-1) > 1 ? y.argMax(-1) : y.reshape(y.dim(0));
        float[] weights = new float[classes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = classWeight.getOrDefault((int) classes.get(i), 1.0).floatValue();
        }
        Tensor byClass = Tensor.of(weights);
        return data.weights() == null ? byClass : byClass.mul(data.weights());
    }
}
