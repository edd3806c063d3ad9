package nacre.tensor;

import java.util.stream.IntStream;
import nacre.compute.Binary;
import nacre.tensor.ArithmeticOps.BinaryOp;

/// Calculating number by number; sizes of 1 stretch to fit, as in `(2, 3) + (3,)`.
sealed interface Arithmetic permits Tensor {

    /// `this + other`.
    default Tensor add(Tensor other) {
        return BinaryOp.apply(Binary.ADD, (Tensor) this, other);
    }

    /// `this + number`.
    default Tensor add(float number) {
        return add(Tensor.of(number));
    }

    /// `this - other`.
    default Tensor sub(Tensor other) {
        return BinaryOp.apply(Binary.SUB, (Tensor) this, other);
    }

    /// `this - number`.
    default Tensor sub(float number) {
        return sub(Tensor.of(number));
    }

    /// `this · other`, number by number.
    default Tensor mul(Tensor other) {
        return BinaryOp.apply(Binary.MUL, (Tensor) this, other);
    }

    /// `this · number`.
    default Tensor mul(float number) {
        return mul(Tensor.of(number));
    }

    /// `this / other`.
    default Tensor div(Tensor other) {
        return BinaryOp.apply(Binary.DIV, (Tensor) this, other);
    }

    /// `this / number`.
    default Tensor div(float number) {
        return div(Tensor.of(number));
    }

    /// `this` to the power `exponent`.
    default Tensor pow(Tensor exponent) {
        return BinaryOp.apply(Binary.POW, (Tensor) this, exponent);
    }

    /// `this` to the power `exponent`.
    default Tensor pow(float exponent) {
        return pow(Tensor.of(exponent));
    }

    /// The remainder of `this / other`, with the sign of `other`.
    default Tensor mod(Tensor other) {
        return BinaryOp.apply(Binary.MOD, (Tensor) this, other);
    }

    /// The angle of the point with this height and that distance to the right: between -π and π.
    default Tensor atan2(Tensor other) {
        return BinaryOp.apply(Binary.ATAN2, (Tensor) this, other);
    }

    /// The larger of the two; equal values share the gradient.
    default Tensor maximum(Tensor other) {
        return BinaryOp.apply(Binary.MAX, (Tensor) this, other);
    }

    /// The larger of `this` and a number.
    default Tensor maximum(float number) {
        return maximum(Tensor.of(number));
    }

    /// The smaller of the two; equal values share the gradient.
    default Tensor minimum(Tensor other) {
        return BinaryOp.apply(Binary.MIN, (Tensor) this, other);
    }

    /// The smaller of `this` and a number.
    default Tensor minimum(float number) {
        return minimum(Tensor.of(number));
    }

    /// Values outside `[low, high]` moved to its nearer end.
    default Tensor clip(float low, float high) {
        return maximum(low).minimum(high);
    }

    /// 1 where equal, else 0.
    default Tensor equal(Tensor other) {
        return BinaryOp.apply(Binary.EQUAL, (Tensor) this, other);
    }

    /// 1 where equal to the number, else 0.
    default Tensor equal(float number) {
        return equal(Tensor.of(number));
    }

    /// 1 where different, else 0.
    default Tensor notEqual(Tensor other) {
        return BinaryOp.apply(Binary.NOT_EQUAL, (Tensor) this, other);
    }

    /// 1 where different from the number, else 0.
    default Tensor notEqual(float number) {
        return notEqual(Tensor.of(number));
    }

    /// 1 where greater, else 0.
    default Tensor greater(Tensor other) {
        return BinaryOp.apply(Binary.GREATER, (Tensor) this, other);
    }

    /// 1 where greater than the number, else 0.
    default Tensor greater(float number) {
        return greater(Tensor.of(number));
    }

    /// 1 where greater or equal, else 0.
    default Tensor greaterEqual(Tensor other) {
        return BinaryOp.apply(Binary.GREATER_EQUAL, (Tensor) this, other);
    }

    /// 1 where greater than or equal to the number, else 0.
    default Tensor greaterEqual(float number) {
        return greaterEqual(Tensor.of(number));
    }

    /// 1 where less, else 0.
    default Tensor less(Tensor other) {
        return BinaryOp.apply(Binary.LESS, (Tensor) this, other);
    }

    /// 1 where less than the number, else 0.
    default Tensor less(float number) {
        return less(Tensor.of(number));
    }

    /// 1 where less or equal, else 0.
    default Tensor lessEqual(Tensor other) {
        return BinaryOp.apply(Binary.LESS_EQUAL, (Tensor) this, other);
    }

    /// 1 where less than or equal to the number, else 0.
    default Tensor lessEqual(float number) {
        return lessEqual(Tensor.of(number));
    }

    /// This tensor where `condition` is not 0, `other` elsewhere.
    default Tensor where(Tensor condition, Tensor other) {
        return Op.apply(new ArithmeticOps.Where(), condition, (Tensor) this, other);
    }

    /// This tensor where `condition` is not 0, the number elsewhere.
    default Tensor where(Tensor condition, float number) {
        return where(condition, Tensor.of(number));
    }

    /// The sum over whatever axes were stretched to reach this shape from `target`.
    default Tensor sumTo(Shape target) {
        Tensor x = (Tensor) this;
        if (x.shape().equals(target)) {
            return x;
        }
        if (x.rank() > target.rank()) {
            x = x.sum(IntStream.range(0, x.rank() - target.rank()).toArray());
        }
        for (int axis = 0; axis < target.rank(); axis++) {
            if (target.dim(axis) == 1 && x.dim(axis) != 1) {
                x = x.sumKeep(axis);
            }
        }
        return x;
    }
}
