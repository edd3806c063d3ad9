package nacre.layers.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Puts tensors one after the other along an axis: `(…, a), (…, b), … → (…, a + b + …)`.
///
/// ```java
/// new Concatenate().outputShapes(List.of(Shape.batch(3), Shape.batch(5)))   // [(None, 8)]
/// ```
///
/// Source: [Keras, Concatenate](https://keras.io/api/layers/merging_layers/concatenate/).
public final class Concatenate extends FluentLayer<Concatenate> {
    private int axis = -1;

    /// Along the last axis.
    public Concatenate() {}

    /// Along this axis.
    public Concatenate(int axis) {
        this.axis = axis;
    }

    /// Along which axis; default the last.
    public Concatenate axis(int newAxis) {
        return set("axis", () -> axis = newAxis);
    }

    @Override
    protected boolean needsList() {
        return true;
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape first = inputs.get(0);
        int at = first.axis(axis);
        for (Shape other : inputs) {
            if (other.rank() != first.rank() || !other.drop(at).accepts(first.drop(at))) {
                throw new IllegalArgumentException(
                        "Concatenate needs tensors that agree in all axes but `axis` "
                                + axis
                                + "; got "
                                + inputs
                                + ".");
            }
        }
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        return Tensor.concat(inputs, axis);
    }

    /// The masks joined in the same way; where an input has none, all its steps count.
    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        if (IntStream.range(0, inputs.size()).allMatch(i -> pass.mask(i) == null)) {
            return null;
        }
        var masks = new ArrayList<Tensor>();
        for (int i = 0; i < inputs.size(); i++) {
            masks.add(spread(pass.mask(i), inputs.get(i)));
        }
        return Tensor.concat(masks, axis).max(-1);
    }

    /// A mask with a number for each of the input's.
    private static Tensor spread(@Nullable Tensor mask, Tensor input) {
        if (input.isGhost()) {
            return input;
        }
        if (mask == null) {
            return Tensor.ones(input.shape());
        }
        return mask.rank() < input.rank() ? mask.expandDims(-1).broadcastTo(input.shape()) : mask;
    }
}
