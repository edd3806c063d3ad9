package nacre.kernel.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/// One socket and the one thread that touches it.
///
/// The thread sleeps until a message comes or somebody wakes it. Whatever goes wrong with one
/// message, it takes the next.
abstract class Station implements AutoCloseable {
    private static final int LINGER = 500; // ms
    private static final int GOODBYE = 1_000;

    protected final ZMQ.Socket socket;
    protected final Log log;
    private final ZMQ.Context context;
    private final Wakeup wakeup = new Wakeup();
    private final String name;
    private final SocketThread thread;
    private volatile boolean stopped;

    Station(String name, ZMQ.Context context, SocketType type, Log log) {
        this.name = name;
        this.context = context;
        this.log = log;
        socket = context.socket(type);
        socket.setLinger(LINGER);
        socket.setHWM(0);
        thread = new SocketThread(this::run, name);
    }

    /// Takes the address; nobody else may have it.
    void bind(String address) {
        socket.setIPv6(address.contains("["));
        try {
            if (socket.bind(address)) {
                return;
            }
        } catch (ZMQException | IllegalArgumentException e) {
            if (socket.errno() != ZError.EADDRINUSE && !isInUse(e)) {
                throw new ConnectionException(
                        "The "
                                + name
                                + " channel cannot listen on "
                                + address
                                + ": "
                                + e.getMessage());
            }
        }
        throw new ConnectionException(
                "The "
                        + name
                        + " channel cannot listen on "
                        + address
                        + (isOfThisMachine(address)
                                ? ": the port is in use."
                                        + " Start the kernel again from Jupyter, which then picks free"
                                        + " ports."
                                : ": no network of this machine has this address."));
    }

    /// ZeroMQ tells a foreign address no better than a port that is taken.
    private static boolean isOfThisMachine(String address) {
        @Nullable String host = URI.create(address).getHost();
        try {
            return host == null // a wildcard
                    || InetAddress.getByName(host).isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInUse(RuntimeException problem) {
        return problem instanceof ZMQException known && known.getErrorCode() == ZError.EADDRINUSE;
    }

    void start() {
        thread.start();
    }

    /// Handles one message, given as its frames.
    protected abstract void received(List<byte[]> frames);

    /// Does what other threads have asked for; called whenever the thread wakes.
    protected void woken() {}

    /// How long the thread may sleep, in milliseconds; negative: until something happens.
    protected long patience() {
        return -1;
    }

    /// Makes the thread call [#woken()] soon.
    final void wake() {
        wakeup.ring();
    }

    private void run() {
        try (ZMQ.Poller poller = context.poller(2)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
            int bell = poller.register(wakeup.channel(), ZMQ.Poller.POLLIN);
            while (!stopped) {
                try {
                    poller.poll(patience());
                    if (poller.pollin(bell)) {
                        wakeup.answer();
                    }
                    work();
                } catch (ZMQException e) {
                    if (e.getErrorCode() == ZError.ETERM) {
                        return;
                    }
                    log.failed(name, e);
                } catch (Throwable e) {
                    // also an overflow or lack of memory: the next message may be a smaller one
                    log.failed(name, e);
                }
            }
            woken();
        } finally {
            socket.close();
            wakeup.close();
        }
    }

    private void work() {
        woken();
        for (List<byte[]> frames = poll(); frames != null && !stopped; frames = poll()) {
            received(frames);
        }
    }

    /// The next message that is already here, or null.
    protected final @Nullable List<byte[]> poll() {
        byte @Nullable [] frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }

    /// Sends a message from this station's own thread; false if there is no room for it now.
    protected final boolean send(List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the thread is still at work.
    final boolean isBusy() {
        return thread.isAlive();
    }

    /// Lets the thread finish what it does, sends what waits, and gives the port back.
    @Override
    public void close() {
        stopped = true;
        if (thread.getState() == Thread.State.NEW) {
            socket.close();
            wakeup.close();
            return;
        }
        wakeup.ring();
        try {
            thread.join(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
