package nacre.saving;

/// A file that is damaged, or that is not what it says it is.
public final class BadFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// With what is wrong.
    public BadFile(String message) {
        super(message);
    }

    /// With what is wrong, and how that was noticed.
    public BadFile(String message, Throwable cause) {
        super(message, cause);
    }

    /// `: ` and what an error says; a full stop if it says nothing.
    public static String because(Throwable e) {
        return e.getMessage() == null ? "." : ": " + e.getMessage();
    }
}
