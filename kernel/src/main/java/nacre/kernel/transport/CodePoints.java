package nacre.kernel.transport;

/// Between the front end's cursors, which count characters, and Java's, which count an emoji as
/// two.
final class CodePoints {
    private CodePoints() {}

    /// The place in `code` after so many characters; past the end is the end.
    static int toJava(String code, int characters) {
        int all = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.clamp(characters, 0, all));
    }

    /// How many characters stand before a place in `code`.
    static int fromJava(String code, int index) {
        return code.codePointCount(0, Math.clamp(index, 0, code.length()));
    }
}
