package nacre.kernel.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// Wakes a thread that waits for its socket; from any thread, also an interrupted one.
final class Wakeup implements AutoCloseable {
    private final Pipe pipe;
    private final AtomicBoolean ringing = new AtomicBoolean();

    Wakeup() {
        try {
            pipe = Pipe.open();
            pipe.source().configureBlocking(false);
            // a blocking one would be closed by the writer's interrupt
            pipe.sink().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the waiting thread watches beside its socket.
    SelectableChannel channel() {
        return pipe.source();
    }

    void ring() {
        if (ringing.compareAndSet(false, true)) {
            try {
                pipe.sink().write(ByteBuffer.wrap(new byte[1]));
            } catch (IOException e) {
                ringing.set(false); // the thread has gone: nobody is left to wake
            }
        }
    }

    /// Makes the next `ring` heard again; called by the woken thread before it looks what there is
    /// to do.
    void answer() {
        try {
            pipe.source().read(ByteBuffer.allocate(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // only now: a ring in between writes nothing, and what it announces is found by this look
        ringing.set(false);
    }

    @Override
    public void close() {
        try {
            pipe.sink().close();
            pipe.source().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
