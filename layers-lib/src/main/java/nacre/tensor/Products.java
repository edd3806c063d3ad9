package nacre.tensor;

import java.util.List;
import java.util.Map;
import nacre.compute.Unary;
import nacre.tensor.ProductOps.MatMul;
import org.jspecify.annotations.Nullable;

/// Sums of products: matrices times matrices.
sealed interface Products permits Tensor {

    /// The matrix product `(…, m, k) · (…, k, n) → (…, m, n)`; a matrix on the right serves every
    /// matrix on the left.
    default Tensor matmul(Tensor other) {
        return product(other, false, false);
    }

    /// `f(this · kernel + bias)` in one pass, what comes out of a dense layer; either may be
    /// missing.
    ///
    /// The plain twin is `matmul(kernel).add(bias)` and then the function.
    default Tensor matmul(Tensor kernel, @Nullable Tensor bias, @Nullable Unary f) {
        Tensor x = (Tensor) this;
        if (x.rank() < 2 || kernel.rank() != 2) {
            return LayerOps.plain(x.matmul(kernel), bias, f);
        }
        if (x.rank() == 2) {
            return LayerOps.apply(new LayerOps.Dense(f), x, kernel, bias);
        }
        Tensor flat = LayerOps.apply(new LayerOps.Dense(f), x.flattenTo(2), kernel, bias);
        Shape shape = x.shape().with(-1, flat.dim(-1));
        return flat.isGhost() ? Tensor.ghost(shape) : flat.reshape(shape);
    }

    /// The matrix product with either side transposed first, without moving its numbers.
    default Tensor product(Tensor other, boolean transposeThis, boolean transposeOther) {
        Tensor a = (Tensor) this;
        if (Symbolic.any(a, other)) {
            OpName name = transposeThis || transposeOther ? null : OpName.numpy("Matmul");
            return Symbolic.note(
                    name, x -> x.get(0).product(x.get(1), transposeThis, transposeOther), a, other);
        }
        if (a.rank() < 1 || other.rank() < 1) {
            throw new IllegalArgumentException(
                    "A matrix product needs vectors or matrices; got "
                            + a.shape()
                            + " and "
                            + other.shape()
                            + ".");
        }
        if (a.rank() == 1) {
            return a.expandDims(0).product(other, transposeThis, transposeOther).squeeze(-2);
        }
        if (other.rank() == 1) {
            return a.product(other.expandDims(-1), transposeThis, transposeOther).squeeze(-1);
        }
        if (a.rank() > 2 && other.rank() == 2 && !transposeThis) {
            Shape lead = a.shape().slice(0, a.rank() - 1);
            Tensor flat = Op.apply(new MatMul(false, transposeOther), a.flattenTo(2), other);
            Shape shape = lead.insert(-1, flat.dim(-1));
            return flat.isGhost() ? Tensor.ghost(shape) : flat.reshape(shape);
        }
        Shape batch =
                a.shape()
                        .slice(0, a.rank() - 2)
                        .broadcast(other.shape().slice(0, other.rank() - 2));
        Tensor left = a.broadcastTo(batch.concat(a.shape().slice(a.rank() - 2, a.rank())));
        Tensor right =
                other.broadcastTo(
                        batch.concat(other.shape().slice(other.rank() - 2, other.rank())));
        return Op.apply(new MatMul(transposeThis, transposeOther), left, right);
    }

    /// What several heads see that look, with these queries `(batch, queries, heads, size)`, at
    /// keys and values of as many heads or of fewer, which neighbours then share: `softmax(scale ·
    /// this · keyᵀ) · value` for each head.
    ///
    /// @param mask 0 where a query may not look, `(batch, heads, queries, values)`; any axis may be
    ///   1
    default Tensor attend(Tensor key, Tensor value, @Nullable Tensor mask, float scale) {
        Tensor query = (Tensor) this;
        boolean training = query.node != null || key.node != null || value.node != null;
        return Op.apply(new AttentionOp(mask, scale, training), query, key, value);
    }

    /// The leading axes joined until `rank` axes are left.
    default Tensor flattenTo(int rank) {
        Tensor x = (Tensor) this;
        int joined = x.rank() - rank + 1;
        Shape lead = x.shape().slice(0, joined);
        return x.reshape(
                x.shape()
                        .slice(joined, x.rank())
                        .insert(0, lead.isKnown() ? lead.size() : Shape.NONE));
    }

    /// Any sum of products, written with a letter for each axis: `"bij,bjk->bik"` is a batch of
    /// matrix products.
    static Tensor einsum(String equation, List<Tensor> operands) {
        var einsum = Einsum.of(equation);
        Tensor[] x = operands.toArray(Tensor[]::new);
        return Symbolic.any(x)
                ? Symbolic.note(
                        OpName.numpy("Einsum", Map.of("subscripts", equation)), einsum::apply, x)
                : einsum.apply(operands);
    }
}
