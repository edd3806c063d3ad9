package nacre.layers.preprocessing;

/// What a vocabulary holds: words, or whole numbers written as words.
final class Token {
    private Token() {}

    /// A token of a config as a word: numbers without a decimal point.
    static String text(Object token) {
        return token instanceof Number number
                ? Long.toString(number.longValue())
                : String.valueOf(token);
    }
}
