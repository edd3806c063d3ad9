package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nacre.kernel.transport.ConnectionFile.Port;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A front end without a page: asks a kernel and hears what it publishes. For the rehearsal and for
/// tests.
///
/// Not for several threads.
public final class FrontEnd implements AutoCloseable {
    /// How long an answer may take, in milliseconds: a small machine that is busy is slow.
    static final int PATIENCE = 120_000;

    /// When JeroMQ's poller sees a connection succeed in the same turn in which it gives up waiting
    /// for it, it may watch it no more, until the time for the handshake is over: 30 s, if nobody
    /// says otherwise. Then it connects again.
    static final int HANDSHAKE = 2_000;

    private final ZMQ.Context context = ZMQ.context(1);
    private final Heads heads = new Heads();
    private final Courier courier;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket iopub;

    /// Connects to the kernel at these addresses.
    public FrontEnd(ConnectionFile connection) {
        courier = new Courier(new Signer(connection), new Replays());
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        shell = connect(SocketType.DEALER, connection.address(Port.SHELL), identity);
        control = connect(SocketType.DEALER, connection.address(Port.CONTROL), identity);
        stdin = connect(SocketType.DEALER, connection.address(Port.STDIN), identity);
        iopub = connect(SocketType.SUB, connection.address(Port.IOPUB), identity);
        iopub.subscribe(new byte[0]);
    }

    private ZMQ.Socket connect(SocketType type, String address, byte[] identity) {
        ZMQ.Socket socket = context.socket(type);
        socket.setIdentity(identity);
        socket.setLinger(0);
        socket.setHWM(0);
        socket.setHandshakeIvl(HANDSHAKE);
        socket.setReceiveTimeOut(PATIENCE);
        socket.setIPv6(address.contains("["));
        socket.connect(address);
        return socket;
    }

    /// Asks what kernel this is, as every front end does first.
    public void greet() {
        ask(shell, "kernel_info_request", new JsonObject());
        receive(shell);
    }

    /// Runs a cell to its end; true if it went well.
    public boolean run(String code) {
        ask(
                shell,
                "execute_request",
                Json.object("code", code, "allow_stdin", false, "stop_on_error", false));
        return "ok".equals(statusOf(receive(shell)));
    }

    /// Asks for completions and waits for them.
    public void complete(String code, int cursor) {
        ask(shell, "complete_request", Json.object("code", code, "cursor_pos", cursor));
        receive(shell);
    }

    /// Asks for help and waits for it.
    public void inspect(String code, int cursor) {
        ask(
                shell,
                "inspect_request",
                Json.object("code", code, "cursor_pos", cursor, "detail_level", 0));
        receive(shell);
    }

    /// Asks the kernel to end.
    public void shutdown() {
        ask(control, "shutdown_request", Json.object("restart", false));
        receive(control);
    }

    private static @Nullable String statusOf(Message<JsonObject> reply) {
        var status = reply.getContent().get("status");
        return status == null ? null : status.getAsString();
    }

    ZMQ.Socket shell() {
        return shell;
    }

    ZMQ.Socket control() {
        return control;
    }

    ZMQ.Socket stdin() {
        return stdin;
    }

    ZMQ.Socket iopub() {
        return iopub;
    }

    /// Sends a message and gives its header, by which the answers can be known.
    Head ask(ZMQ.Socket socket, String kind, JsonObject content) {
        return tell(socket, kind, content, null);
    }

    /// Sends a message under a parent.
    Head tell(ZMQ.Socket socket, String kind, JsonObject content, @Nullable Head parent) {
        Head head = heads.next(kind);
        send(
                socket,
                courier.seal(new Message<>(List.of(), head, parent, Map.of(), content, List.of())));
        return head;
    }

    /// Sends frames as they are.
    void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }

    /// The frames of a message, signed, to be spoilt before they are sent.
    List<byte[]> seal(String kind, JsonObject content) {
        return courier.seal(
                new Message<>(List.of(), heads.next(kind), null, Map.of(), content, List.of()));
    }

    /// Waits for the next message on a channel.
    Message<JsonObject> receive(ZMQ.Socket socket) {
        Message<JsonObject> message = poll(socket, PATIENCE);
        if (message == null) {
            throw new ConnectionException("The kernel does not answer.");
        }
        return message;
    }

    /// The next message that comes within a time, or null.
    @Nullable Message<JsonObject> poll(ZMQ.Socket socket, int millis) {
        socket.setReceiveTimeOut(millis);
        byte @Nullable [] frame = socket.recv();
        if (frame == null) {
            return null;
        }
        List<byte[]> frames = new ArrayList<>(List.of(frame));
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return courier.open(frames);
    }

    @Override
    public void close() {
        List.of(shell, control, stdin, iopub).forEach(ZMQ.Socket::close);
        context.term();
    }
}
