package nacre.tensor;

import nacre.compute.Unary;
import nacre.tensor.FunctionOps.UnaryOp;

/// Functions of one number, applied to each.
sealed interface Functions permits Tensor {

    /// `-ln` of the share that each row gives to its right class, from probabilities `(…, classes)`
    /// and class numbers `(…)`; shares are cut off at `epsilon` and `1 - epsilon`.
    ///
    /// The plain twin is `y.oneHot(classes)` times the logarithm of the clipped shares, summed up.
    default Tensor classLoss(Tensor y, float epsilon) {
        return Op.apply(new ClassLossOp(epsilon), (Tensor) this, y);
    }

    /// `-x`.
    default Tensor neg() {
        return UnaryOp.apply(Unary.NEG, (Tensor) this);
    }

    /// `|x|`.
    default Tensor abs() {
        return UnaryOp.apply(Unary.ABS, (Tensor) this);
    }

    /// -1, 0 or 1, as the sign of `x`; its gradient is 0.
    default Tensor sign() {
        return UnaryOp.apply(Unary.SIGN, (Tensor) this);
    }

    /// `e^x`.
    default Tensor exp() {
        return UnaryOp.apply(Unary.EXP, (Tensor) this);
    }

    /// `e^x - 1`, exact near 0.
    default Tensor expm1() {
        return UnaryOp.apply(Unary.EXPM1, (Tensor) this);
    }

    /// The natural logarithm.
    default Tensor log() {
        return UnaryOp.apply(Unary.LOG, (Tensor) this);
    }

    /// `ln(1 + x)`, exact near 0.
    default Tensor log1p() {
        return UnaryOp.apply(Unary.LOG1P, (Tensor) this);
    }

    /// The square root.
    default Tensor sqrt() {
        return UnaryOp.apply(Unary.SQRT, (Tensor) this);
    }

    /// `1 / √x`.
    default Tensor rsqrt() {
        return UnaryOp.apply(Unary.RSQRT, (Tensor) this);
    }

    /// `x²`.
    default Tensor square() {
        return UnaryOp.apply(Unary.SQUARE, (Tensor) this);
    }

    /// `1 / x`.
    default Tensor reciprocal() {
        return UnaryOp.apply(Unary.RECIPROCAL, (Tensor) this);
    }

    /// The sine of an angle in radians.
    default Tensor sin() {
        return UnaryOp.apply(Unary.SIN, (Tensor) this);
    }

    /// The cosine of an angle in radians.
    default Tensor cos() {
        return UnaryOp.apply(Unary.COS, (Tensor) this);
    }

    /// The tangent of an angle in radians.
    default Tensor tan() {
        return UnaryOp.apply(Unary.TAN, (Tensor) this);
    }

    /// The angle whose sine is `x`.
    default Tensor asin() {
        return UnaryOp.apply(Unary.ASIN, (Tensor) this);
    }

    /// The angle whose cosine is `x`.
    default Tensor acos() {
        return UnaryOp.apply(Unary.ACOS, (Tensor) this);
    }

    /// The angle whose tangent is `x`.
    default Tensor atan() {
        return UnaryOp.apply(Unary.ATAN, (Tensor) this);
    }

    /// The hyperbolic sine.
    default Tensor sinh() {
        return UnaryOp.apply(Unary.SINH, (Tensor) this);
    }

    /// The hyperbolic cosine.
    default Tensor cosh() {
        return UnaryOp.apply(Unary.COSH, (Tensor) this);
    }

    /// The hyperbolic tangent, an S between -1 and 1.
    default Tensor tanh() {
        return UnaryOp.apply(Unary.TANH, (Tensor) this);
    }

    /// The number whose hyperbolic sine is `x`.
    default Tensor asinh() {
        return UnaryOp.apply(Unary.ASINH, (Tensor) this);
    }

    /// The number whose hyperbolic cosine is `x`.
    default Tensor acosh() {
        return UnaryOp.apply(Unary.ACOSH, (Tensor) this);
    }

    /// The number whose hyperbolic tangent is `x`.
    default Tensor atanh() {
        return UnaryOp.apply(Unary.ATANH, (Tensor) this);
    }

    /// `1 / (1 + e^-x)`, an S between 0 and 1.
    default Tensor sigmoid() {
        return UnaryOp.apply(Unary.SIGMOID, (Tensor) this);
    }

    /// `max(x, 0)`.
    default Tensor relu() {
        return UnaryOp.apply(Unary.RELU, (Tensor) this);
    }

    /// `ln(1 + e^x)`, a smooth relu.
    default Tensor softplus() {
        return UnaryOp.apply(Unary.SOFTPLUS, (Tensor) this);
    }

    /// The error function, the integral of the bell curve.
    default Tensor erf() {
        return UnaryOp.apply(Unary.ERF, (Tensor) this);
    }

    /// The next whole number below; its gradient is 0.
    default Tensor floor() {
        return UnaryOp.apply(Unary.FLOOR, (Tensor) this);
    }

    /// The next whole number above; its gradient is 0.
    default Tensor ceil() {
        return UnaryOp.apply(Unary.CEIL, (Tensor) this);
    }

    /// The nearest whole number, halves to the even one; its gradient is 0.
    default Tensor round() {
        return UnaryOp.apply(Unary.ROUND, (Tensor) this);
    }

    /// 1 where the number is NaN, else 0.
    default Tensor isNan() {
        return UnaryOp.apply(Unary.IS_NAN, (Tensor) this);
    }

    /// `e^x` divided by its sum along an axis: positive numbers that sum to 1.
    default Tensor softmax(int axis) {
        return FunctionOps.alongLast((Tensor) this, axis, new FunctionOps.Softmax());
    }

    /// The logarithm of [#softmax], exact also where that is tiny.
    default Tensor logSoftmax(int axis) {
        return FunctionOps.alongLast((Tensor) this, axis, new FunctionOps.LogSoftmax());
    }
}
