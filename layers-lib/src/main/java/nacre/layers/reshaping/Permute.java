package nacre.layers.reshaping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Puts the axes of each sample in another order; axes count from 1, as 0 is the batch.
///
/// `Permute(2, 1)`: `(batch, a, b) → (batch, b, a)`
///
/// ```java
/// new Permute(2, 1).outputShape(Shape.batch(10, 64))   // (None, 64, 10)
/// ```
///
/// Source: [Keras, Permute](https://keras.io/api/layers/reshaping_layers/permute/).
public final class Permute extends FluentLayer<Permute> {
    private final int[] dims;

    /// The old axis that stands at each place; every axis from 1 on once.
    public Permute(int... dims) {
        this.dims = dims.clone();
        int[] sorted = IntStream.of(dims).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.rangeClosed(1, dims.length).toArray())) {
            throw new IllegalArgumentException(
                    "`dims` must name every axis from 1 to "
                            + dims.length
                            + " once; got "
                            + Arrays.toString(dims)
                            + ".");
        }
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.get(0).rank() != dims.length + 1) {
            throw new IllegalArgumentException(
                    "`dims` "
                            + Arrays.toString(dims)
                            + " orders samples of "
                            + dims.length
                            + " axes; got an input of shape "
                            + inputs.get(0)
                            + ".");
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.permute(IntStream.concat(IntStream.of(0), IntStream.of(dims)).toArray());
    }
}
