package nacre.layers.recurrent;

import java.util.List;
import nacre.layers.weights.Initializer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The first bias of an LSTM: ones for the forget gate, so that at first everything is remembered.
///
/// @param rest the first values for the other gates
record UnitForgetBias(Initializer rest) implements Initializer {
    @Override
    public Tensor values(Shape shape, long seed) {
        int units = shape.dim(0) / 4;
        return Tensor.concat(
                List.of(
                        rest.values(Shape.of(units), seed),
                        Tensor.ones(Shape.of(units)),
                        rest.values(Shape.of(2 * units), seed + 1)),
                0);
    }
}
