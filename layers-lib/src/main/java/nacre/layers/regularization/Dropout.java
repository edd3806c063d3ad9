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
    private int @Nullable [] noiseShape;

    /// The share of inputs to drop, between 0 and 1.
    public Dropout(double rate) {
        this.rate = share("rate", rate);
    }

    /// The shape of the random choice; axes of size 1 share it. Default: each number for itself.
    public Dropout noiseShape(int... sizes) {
        return set("noiseShape", () -> noiseShape = sizes.clone());
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (!pass.training() || rate == 0) {
            return x;
        }
        return x.mul(rate == 1 ? Tensor.of(0) : pass.keep(choices(x.shape(), noiseShape), rate));
    }

    /// The shape of the random choice; sizes below 0 are the input's.
    static Shape choices(Shape in, int @Nullable [] noiseShape) {
        if (noiseShape == null) {
            return in;
        }
        if (noiseShape.length != in.rank()) {
            throw new IllegalArgumentException(
                    "`noiseShape` must have a size for each axis of the input "
                            + in
                            + "; got "
                            + Arrays.toString(noiseShape)
                            + ".");
        }
        Shape result = in;
        for (int axis = 0; axis < noiseShape.length; axis++) {
            result = noiseShape[axis] < 0 ? result : result.with(axis, noiseShape[axis]);
        }
        return result;
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }
}
