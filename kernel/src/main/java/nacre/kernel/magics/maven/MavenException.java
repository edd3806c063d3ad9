package nacre.kernel.magics.maven;

/// Something cannot be resolved; says why in the learner's words.
public final class MavenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    MavenException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /// What to do about it; may be empty.
    public String hint() {
        return hint;
    }
}
