package nacre.kernel.transport;

/// A message that cannot be understood; says what is wrong with it.
class BadMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    BadMessage(String message) {
        // where it was noticed is of no use, and a flood of them is cheap
        super(message, null, false, false);
        why = message;
    }

    String why() {
        return why;
    }
}
