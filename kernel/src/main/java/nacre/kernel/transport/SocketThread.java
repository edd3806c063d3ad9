package nacre.kernel.transport;

/// A thread that owns a socket: nobody can interrupt it.
///
/// A cell may interrupt every thread that it finds, and an interrupt closes the channel that a
/// thread waits on.
final class SocketThread extends Thread {
    SocketThread(Runnable body, String name) {
        super(
                null,
                body,
                "nacre-" + name,
                0,
                false); // does not inherit the thread-locals of a cell
        setDaemon(true);
    }

    @Override
    public void interrupt() {
        // see above
    }
}
