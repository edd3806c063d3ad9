package nacre.kernel.transport;

/// The kernel cannot be reached as the connection file wants it; the message says why and what to
/// do.
public final class ConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConnectionException(String message) {
        super(message);
    }
}
