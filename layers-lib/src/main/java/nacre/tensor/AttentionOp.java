package nacre.tensor;

import nacre.compute.Attention;
import nacre.compute.Attention.Mask;
import org.jspecify.annotations.Nullable;

/// Attention of several heads in one operation.
///
/// Inputs: queries `(batch, queries, heads, size)`, keys `(batch, values, keyHeads, size)` and
/// values `(batch, values, keyHeads, valueSize)`. Result: `(batch, queries, heads, valueSize)`.
final class AttentionOp implements Op {
    private final @Nullable Tensor mask;
    private final float scale;
    private final boolean training;
    private float[] shares = {}; // what they were, for the way back

    /// @param mask 0 where a query may not look, a shape that fits `(batch, heads, queries,
    ///   values)`
    /// @param training whether there will be a way back
    AttentionOp(@Nullable Tensor mask, float scale, boolean training) {
        this.mask = mask;
        this.scale = scale;
        this.training = training;
    }

    @Override
    public Shape shape(Shape... in) {
        Shape table = Shape.of(in[0].dim(0), in[0].dim(2), in[0].dim(1), in[1].dim(1));
        boolean together = in[0].dim(0) == in[1].dim(0) && in[0].dim(0) == in[2].dim(0);
        if (!together || mask != null && !mask.shape().broadcast(table).equals(table)) {
            throw new IllegalArgumentException(
                    "Queries "
                            + in[0]
                            + ", keys "
                            + in[1]
                            + " and values "
                            + in[2]
                            + " must be of one batch, and a mask must fit "
                            + table
                            + (mask == null ? "" : "; it has shape " + mask.shape())
                            + ".");
        }
        return in[0].with(-1, in[2].last());
    }

    @Override
    public double largest(Shape... in) {
        double table = (double) in[0].dim(1) * in[1].dim(1);
        return training ? table * in[0].dim(0) * in[0].dim(2) : table;
    }

    private Attention sizes(Shape query, Shape key, Shape value) {
        return new Attention(
                query.dim(0),
                query.dim(1),
                key.dim(1),
                query.dim(2),
                key.dim(2),
                query.dim(3),
                value.dim(3),
                scale);
    }

    private @Nullable Mask mask() {
        if (mask == null) {
            return null;
        }
        int[] strides = new int[4];
        for (int axis = 3, step = 1; axis >= 0; step *= mask.dim(axis), axis--) {
            strides[axis] = mask.dim(axis) == 1 ? 0 : step;
        }
        return new Mask(mask.data(), strides);
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        Attention sizes = sizes(x[0].shape(), x[1].shape(), x[2].shape());
        if (training) {
            shares = Tape.array(sizes.sharesSize());
        }
        float[] result = Tape.array(out.size());
        sizes.forward(x[0].data(), x[1].data(), x[2].data(), mask(), shares, result);
        return result;
    }

    @Override
    public void backward(Back b) {
        Tensor query = b.x(0);
        Tensor key = b.x(1);
        Tensor value = b.x(2);
        Tensor byQuery = Tensor.wrap(Tape.array(query.size()), query.shape());
        Tensor byKey = Tensor.wrap(Tape.array(key.size()), key.shape());
        Tensor byValue = Tensor.wrap(Tape.array(value.size()), value.shape());
        sizes(query.shape(), key.shape(), value.shape())
                .backward(
                        query.data(),
                        key.data(),
                        value.data(),
                        mask(),
                        shares,
                        b.g().data(),
                        byQuery.data(),
                        byKey.data(),
                        byValue.data());
        b.send(0, () -> byQuery);
        b.send(1, () -> byKey);
        b.send(2, () -> byValue);
    }
}
