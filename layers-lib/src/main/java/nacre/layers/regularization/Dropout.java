package nacre.layers.regularization;

import static nacre.layers.Arguments.share;

import java.util.Arrays;
import nacre.layers.Pass;
import nacre.layers.RandomLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Sets a random share of its inputs to 0 while training, so that the network cannot rely on any
/// single one.
///
/// What is kept is multiplied by `1 / (1 - rate)`, so the mean stays; at inference nothing happens.
/// `(…) → (…)`
///
/// ```java
/// new Dropout(0.5).apply(Tensor.of(new float[] {1, 2}))   // [1, 2]
/// ```
///
/// Source: Srivastava and others, Dropout: a simple way to prevent neural networks from overfitting
/// (2014); [Keras, Dropout](https://keras.io/api/layers/regularization_layers/dropout/).
public final class Dropout extends RandomLayer<Dropout> {
    private final double rate;
    private @Nullable Shape noiseShape;

    /// The share of inputs to drop, between 0 and 1.
    public Dropout(double rate) {
        this.rate = share("rate", rate);
    }

    /// The shape of the random choice: axes of size 1 share it, those of size -1 are the input's.
    /// Default: each number for itself.
    public Dropout noiseShape(int... sizes) {
        return noiseShape(Shape.of(sizes));
    }

    /// The shape of the random choice; unknown sizes are the input's.
    public Dropout noiseShape(Shape shape) {
        checkNoise(shape);
        return set("noiseShape", () -> noiseShape = shape);
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.training() || rate == 0) {
            return x;
        }
        return x.mul(rate == 1 ? Tensor.of(0) : pass.keep(choices(x.shape(), noiseShape), rate));
    }

    static void checkNoise(Shape shape) {
        if (Arrays.stream(shape.dims()).anyMatch(size -> size == 0)) {
            throw new IllegalArgumentException(
                    "`noiseShape` must hold positive sizes, or -1 for the input's; got "
                            + shape
                            + ".");
        }
    }

    /// The shape of the random choice for inputs of a shape.
    static Shape choices(Shape in, @Nullable Shape noiseShape) {
        if (noiseShape == null) {
            return in;
        }
        if (noiseShape.rank() != in.rank()) {
            throw new IllegalArgumentException(
                    "`noiseShape` must have a size for each axis of the input "
                            + in
                            + "; got "
                            + noiseShape
                            + ".");
        }
        Shape result = in;
        for (int axis = 0; axis < in.rank(); axis++) {
            int size = noiseShape.dim(axis);
            if (size != Shape.NONE
                    && size != 1
                    && in.dim(axis) != Shape.NONE
                    && size != in.dim(axis)) {
                throw new IllegalArgumentException(
                        "`noiseShape` "
                                + noiseShape
                                + " does not stretch over inputs of shape "
                                + in
                                + ": axis "
                                + axis
                                + " must have size 1 or "
                                + in.dim(axis)
                                + ".");
            }
            result = size == Shape.NONE ? result : result.with(axis, size);
        }
        return result;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
