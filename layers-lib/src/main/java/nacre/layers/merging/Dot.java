package nacre.layers.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.layers.config.Axes;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Multiplies the samples of two tensors: sums of products along one axis of each.
///
/// `Dot(1)`: `(batch, n), (batch, n) → (batch, 1)`; the axes that are left stand one after the
/// other. With `normalize` the result is the cosine of the angle between the vectors.
///
/// ```java
/// new Dot(2, 1).outputShapes(List.of(Shape.batch(2, 4), Shape.batch(4, 5)))   // [(None, 2, 5)]
/// ```
///
/// Source: [Keras, Dot](https://keras.io/api/layers/merging_layers/dot/).
public final class Dot extends FluentLayer<Dot> {
    private static final float TINY = 1e-12f; // keeps a vector of zeros from a division by 0

    private final Axes axes;
    private boolean normalize;

    /// The axis of both tensors, or one for each.
    public Dot(int... axes) {
        this(Axes.of(axes));
    }

    Dot(Axes axes) {
        this.axes = axes;
        if (!axes.single() && axes.indexes().size() != 2) {
            throw new IllegalArgumentException(
                    "`axes` must be one axis, or a list of two; got " + axes + ".");
        }
    }

    /// Whether vectors are brought to length 1 first; default false.
    public Dot normalize(boolean on) {
        return set("normalize", () -> normalize = on);
    }

    @Override
    protected boolean needsList() {
        return true;
    }

    @Override
    protected void check(List<Shape> inputs) {
        if (inputs.size() != 2) {
            throw new IllegalArgumentException(
                    "Dot takes exactly 2 inputs, a and b; got " + inputs.size() + ".");
        }
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        int i = axis(0, a);
        int j = axis(1, b);
        if (i == 0 || j == 0) {
            throw new IllegalArgumentException(
                    "`axes` is " + axes + ", but axis 0 is the batch. Use 1 or more.");
        }
        if (a.dim(i) != b.dim(j) && a.dim(i) != Shape.NONE && b.dim(j) != Shape.NONE) {
            throw new IllegalArgumentException(
                    "`axes` is "
                            + axes
                            + ": axis "
                            + i
                            + " of "
                            + a
                            + " has size "
                            + a.dim(i)
                            + ", axis "
                            + j
                            + " of "
                            + b
                            + " has "
                            + b.dim(j)
                            + ". They must be equal.");
        }
    }

    private int axis(int input, Shape shape) {
        int place = axes.indexes().size() == 1 ? 0 : input;
        return Axes.of((int) axes.indexes().get(place)).in(shape, "axes")[0];
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        Tensor a = vectorsLast(inputs.get(0), axis(0, inputs.get(0).shape()));
        Tensor b = vectorsLast(inputs.get(1), axis(1, inputs.get(1).shape()));
        int size = Math.max(a.dim(-1), b.dim(-1));
        Tensor products = rows(a, size).product(rows(b, size), false, true);
        List<Integer> dims = new ArrayList<>(sizes(a));
        dims.addAll(sizes(b));
        if (dims.isEmpty()) {
            dims.add(1);
        }
        return products.reshape(
                Shape.of(dims.stream().mapToInt(Integer::intValue).toArray()).insert(0, a.dim(0)));
    }

    private Tensor vectorsLast(Tensor x, int axis) {
        Tensor last = x.moveAxis(axis, -1);
        return normalize ? last.mul(last.square().sumKeep(-1).maximum(TINY).rsqrt()) : last;
    }

    /// All vectors of a sample in one axis.
    private static Tensor rows(Tensor x, int size) {
        int count = sizes(x).stream().reduce(1, (a, b) -> a < 0 || b < 0 ? -1 : a * b);
        return x.reshape(Shape.of(x.dim(0), count, size));
    }

    /// The sizes of the axes between batch and vectors.
    private static List<Integer> sizes(Tensor x) {
        return IntStream.range(1, x.rank() - 1).map(x::dim).boxed().toList();
    }
}
