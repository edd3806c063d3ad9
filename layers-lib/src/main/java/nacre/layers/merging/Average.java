package nacre.layers.merging;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Tensor;

/// Takes the mean of several tensors, number by number: `(…), (…), … → (…)`.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 2});
/// var b = Tensor.of(new float[] {3, 4});
/// new Average().apply(a, b)   // [2, 3]
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
