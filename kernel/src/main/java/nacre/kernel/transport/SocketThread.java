package nacre.kernel.transport;

/// A thread that owns a socket: nobody can interrupt it.
///
/// A cell may interrupt every thread that it finds, and an interrupt closes the channel that a
/// thread waits on.
final class SocketThread extends Thread {
    SocketThread(Runnable body, String name) {
        boolean inheritThreadLocals = false; // those of a cell are none of its business
        super(null, body, "nacre-" + name, 0, inheritThreadLocals);
        setDaemon(true);
    }

    @Override
    public void interrupt() {
        // it has an owner who closes it: no cell may
    }
}
