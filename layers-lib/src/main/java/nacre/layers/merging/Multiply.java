package nacre.layers.merging;

import java.util.ArrayList;
import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Tensor;

/// Multiplies tensors, number by number: `(…), (…), … → (…)`.
///
/// What a mask leaves out counts as 1; what all masks leave out becomes 0.
///
/// ```java
/// var a = Tensor.of(new float[] {1, 2});
/// var b = Tensor.of(new float[] {10, 20});
/// new Multiply().apply(a, b)   // [10, 40]
/// ```
///
/// Source: [Keras, Multiply](https://keras.io/api/layers/merging_layers/multiply/).
public final class Multiply extends Merge<Multiply> {
    @Override
    Tensor join(Tensor a, Tensor b) {
        return a.mul(b);
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        var counting = new ArrayList<Tensor>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor x = inputs.get(i);
            Tensor mask = steps(x, pass.mask(i));
            counting.add(mask == null ? x : x.where(mask, 1));
        }
        Tensor product = super.call(counting, pass);
        Tensor mask = steps(product, computeMask(inputs, pass));
        return mask == null ? product : product.where(mask, 0);
    }
}
