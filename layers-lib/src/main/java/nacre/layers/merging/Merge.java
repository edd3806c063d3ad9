package nacre.layers.merging;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What the layers share that join tensors number by number: sizes of 1 stretch, and tensors with
/// fewer axes get them after the batch.
abstract class Merge<S extends Merge<S>> extends FluentLayer<S> {

    /// The join of two tensors.
    abstract Tensor join(Tensor a, Tensor b);

    @Override
    protected boolean needsList() {
        return true;
    }

    @Override
    protected void check(List<Shape> inputs) {
        sameBatch(inputs);
        try {
            Shape unused =
                    inputs.stream()
                            .map(shape -> shape.rank() == 0 ? shape : shape.drop(0))
                            .reduce(Shape.SCALAR, Shape::broadcast);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " joins tensors of shapes that fit together; got "
                            + inputs
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /// Says so if the tensors hold different numbers of samples.
    private void sameBatch(List<Shape> inputs) {
        long sizes =
                inputs.stream()
                        .filter(s -> s.rank() > 0 && s.dim(0) != Shape.NONE)
                        .map(s -> s.dim(0))
                        .distinct()
                        .count();
        if (sizes > 1) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " joins tensors of one batch size; got "
                            + inputs
                            + ".");
        }
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        return sameRank(inputs).stream().reduce(this::join).orElseThrow();
    }

    static List<Tensor> sameRank(List<Tensor> inputs) {
        int rank = inputs.stream().mapToInt(Tensor::rank).max().orElseThrow();
        return inputs.stream().map(x -> withRank(x, rank)).toList();
    }

    /// A mask as it stretches over the numbers of `x`; null if there is none, or nothing to mask.
    static @Nullable Tensor steps(Tensor x, @Nullable Tensor mask) {
        if (mask == null || x.isGhost() || mask.rank() >= x.rank()) {
            return null;
        }
        Tensor spread = mask;
        while (spread.rank() < x.rank()) {
            spread = spread.expandDims(-1);
        }
        return spread;
    }

    private static Tensor withRank(Tensor x, int rank) {
        Tensor y = x;
        while (y.rank() < rank) {
            y = y.expandDims(Math.min(1, y.rank()));
        }
        return y;
    }

    /// A step counts if it counts in any input; without a mask in one of them there is none.
    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        Tensor result = pass.mask(0);
        for (int i = 1; i < inputs.size() && result != null; i++) {
            Tensor mask = pass.mask(i);
            result = mask == null ? null : result.maximum(mask);
        }
        return result;
    }
}
