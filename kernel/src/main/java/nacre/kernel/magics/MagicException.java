package nacre.kernel.magics;

/// A magic is used wrongly, or what it is for cannot be done; says it to the learner.
final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /// @param hint what to do about it; may be empty
    MagicException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
