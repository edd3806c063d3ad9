package nacre.layers.merging;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Tensor;

/// Takes the mean of several tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// new Average().apply(Tensor.of(new float[] {1, 2}), Tensor.of(new float[] {3, 4}))   // [2, 3]
/// ```
///
/// Source: [Keras, Average](https://keras.io/api/layers/merging_layers/average/).
public final class Average extends Merge<Average> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.add(b);
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        return super.call(inputs, pass).div(inputs.size());
    }
}
