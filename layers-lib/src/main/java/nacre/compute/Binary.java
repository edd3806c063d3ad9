package nacre.compute;

/// A function of two numbers, applied element by element.
public enum Binary {
    ADD,
    SUB,
    MUL,
    DIV,
    MAX,
    MIN,
    POW,
    /// The remainder with the sign of the divisor, as in Python: `-1 mod 3 = 2`.
    MOD,
    ATAN2,
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL;

    /// The function itself: the definition that every faster loop is tested against. Comparisons
    /// give 1 or 0.
    public float plain(float a, float b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            case POW -> (float) Math.pow(a, b);
            case MOD -> mod(a, b);
            case ATAN2 -> (float) Math.atan2(a, b);
            case EQUAL -> a == b ? 1 : 0;
            case NOT_EQUAL -> a != b ? 1 : 0;
            case GREATER -> a > b ? 1 : 0;
            case GREATER_EQUAL -> a >= b ? 1 : 0;
            case LESS -> a < b ? 1 : 0;
            case LESS_EQUAL -> a <= b ? 1 : 0;
        };
    }

    /// Whether processors have an instruction for it.
    boolean isSimple() {
        return switch (this) {
            case POW, MOD, ATAN2 -> false;
            case ADD, SUB, MUL, DIV, MAX, MIN -> true;
            case EQUAL, NOT_EQUAL, GREATER, GREATER_EQUAL, LESS, LESS_EQUAL -> true;
        };
    }

    private static float mod(float a, float b) {
        float rest = a % b;
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }
}
