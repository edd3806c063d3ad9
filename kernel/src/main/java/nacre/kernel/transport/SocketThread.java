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

    /// A thread of the socket library, which every message passes. Where a cell has used up all
    /// memory it goes on with the next event, or nobody would hear the kernel any more.
    static SocketThread untiring(Runnable body, String name) {
        return new SocketThread(
                () -> {
                    while (!ends(body)) {
                        Thread.onSpinWait();
                    }
                },
                name);
    }

    private static boolean ends(Runnable body) {
        try {
            body.run();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    @Override
    public void interrupt() {
        // it has an owner who closes it: no cell may
    }
}
