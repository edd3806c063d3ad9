package nacre.compute;

/// A function of one number, applied to every element.
public enum Unary {
    NEG,
    ABS,
    SIGN,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SQRT,
    RSQRT,
    SQUARE,
    RECIPROCAL,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    TANH,
    ASINH,
    ACOSH,
    ATANH,
    SIGMOID,
    RELU,
    SOFTPLUS,
    ERF,
    FLOOR,
    CEIL,
    /// To the nearest whole number, a half to the even one.
    ROUND,
    /// 1 for zero, else 0.
    NOT,
    /// 1 for anything but zero.
    NOT_ZERO,
    /// 1 for not-a-number.
    IS_NAN,
    /// 1 for what is neither infinite nor not-a-number.
    IS_FINITE;

    /// The function itself: the definition that every faster loop is tested against.
    public float plain(float x) {
        return switch (this) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case EXP -> (float) Math.exp(x);
            case EXPM1 -> (float) Math.expm1(x);
            case LOG -> (float) Math.log(x);
            case LOG1P -> (float) Math.log1p(x);
            case SQRT -> (float) Math.sqrt(x);
            case RSQRT -> (float) (1 / Math.sqrt(x));
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case SIN -> (float) Math.sin(x);
            case COS -> (float) Math.cos(x);
            case TAN -> (float) Math.tan(x);
            case ASIN -> (float) Math.asin(x);
            case ACOS -> (float) Math.acos(x);
            case ATAN -> (float) Math.atan(x);
            case SINH -> (float) Math.sinh(x);
            case COSH -> (float) Math.cosh(x);
            case TANH -> (float) Math.tanh(x);
            case ASINH -> asinh(x);
            case ACOSH -> (float) Math.log(x + Math.sqrt((x - 1.0) * (x + 1.0)));
            case ATANH -> (float) (0.5 * (Math.log1p(x) - Math.log1p(-x)));
            case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
            case RELU -> Math.max(x, 0f);
            case SOFTPLUS -> (float) (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
            case ERF -> Erf.plain(x);
            case FLOOR -> (float) Math.floor(x);
            case CEIL -> (float) Math.ceil(x);
            case ROUND -> (float) Math.rint(x);
            case NOT -> x == 0 ? 1 : 0;
            case NOT_ZERO -> x != 0 ? 1 : 0;
            case IS_NAN -> Float.isNaN(x) ? 1 : 0;
            case IS_FINITE -> Float.isFinite(x) ? 1 : 0;
        };
    }

    /// Whether it is one instruction; see [ExactUnary].
    boolean isExact() {
        return switch (this) {
            case NEG, ABS, SQRT, SQUARE, RECIPROCAL, RELU -> true;
            default -> false;
        };
    }

    /// Is odd, so the logarithm is taken where it is exact: on the positive side.
    private static float asinh(float x) {
        double a = Math.abs((double) x);
        double y = Double.isInfinite(a) ? a : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return (float) Math.copySign(y, x);
    }
}
