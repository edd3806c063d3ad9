package nacre.kernel.install;

/// The kernelspec could not be written or removed; the message says why and what to do.
public final class InstallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InstallException(String message) {
        super(message);
    }

    InstallException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
