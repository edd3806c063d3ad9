package nacre.kernel.notebook;

/// Something the user can mend: its message says what is wrong and what to do, and is all that is
/// shown.
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
