package nacre.layers.reshaping;

import java.util.Arrays;
import nacre.layers.FluentLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Gives each sample another shape, its numbers row by row as before.
///
/// `(batch, …) → (batch, targetShape…)`; one size may be -1: whatever is left.
///
/// ```java
/// new Reshape(3, -1).outputShape(Shape.batch(12))   // (None, 3, 4)
/// ```
///
/// Source: [Keras, Reshape](https://keras.io/api/layers/reshaping_layers/reshape/).
public final class Reshape extends FluentLayer<Reshape> {
    private final int[] targetShape;

    /// The sizes of a sample that comes out.
    public Reshape(int... targetShape) {
        this.targetShape = targetShape.clone();
        long open = Arrays.stream(targetShape).filter(size -> size == -1).count();
        if (open > 1 || Arrays.stream(targetShape).anyMatch(size -> size < -1)) {
            throw new IllegalArgumentException(
                    "`targetShape` holds sizes, at most one of them -1 (whatever is left); got "
                            + Arrays.toString(targetShape)
                            + ".");
        }
    }

    @Override
    protected Tensor call(Tensor x) {
        return x.reshape(Shape.of(target(x.shape().drop(0))).insert(0, x.dim(0)));
    }

    /// The sizes of a sample, the open one worked out where that can be.
    private int[] target(Shape sample) {
        int[] target = targetShape.clone();
        if (!sample.isKnown()) {
            return target;
        }
        int known = 1;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            known *= target[i] < 0 ? 1 : target[i];
            open = target[i] < 0 ? i : open;
        }
        if (open < 0 ? known != sample.size() : known == 0 || sample.size() % known != 0) {
            throw new IllegalArgumentException(
                    "`targetShape` is "
                            + Shape.of(targetShape)
                            + ", which a sample of shape "
                            + sample
                            + " with "
                            + sample.size()
                            + " numbers does not fill. The product of the sizes must stay the same.");
        }
        if (open >= 0) {
            target[open] = sample.size() / known;
        }
        return target;
    }
}
