package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// Publishes what happens to all front ends, and welcomes each that starts to listen.
///
/// A kernel may be quicker than the connection to it: what is published before anybody listens
/// waits for the first who does.
///
/// A front end that reads slowly holds the printing cell back; one that has stopped reading for
/// five seconds loses messages, so that it cannot stop the others.
final class IopubStation extends Station {
    /// How many messages may wait for one front end.
    static final int QUEUE = 1_000;

    private static final int PATIENCE = 5_000; // ms
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(10);

    private final Outbox outbox = new Outbox();
    private final Courier courier;
    private final Heads heads;
    private final long start = System.nanoTime();
    private boolean someoneIsStuck;
    private boolean someoneListens;

    IopubStation(ZMQ.Context context, Courier courier, Heads heads, Log log, int queue) {
        super("iopub", context, SocketType.XPUB, log);
        this.courier = courier;
        this.heads = heads;
        socket.setSndHWM(queue);
        socket.setXpubVerbose(true);
        socket.setXpubNoDrop(true);
        socket.setSendTimeOut(PATIENCE);
    }

    /// Publishes printed text soon.
    void print(@Nullable Head parent, String stream, String text) {
        if (!text.isEmpty() && outbox.print(parent, stream, text)) {
            wake();
        }
    }

    /// Publishes a message that belongs to the kernel.
    void publish(Message<JsonObject> message) {
        outbox.add(new Letter.Ready(message, 0));
        wake();
    }

    /// Publishes a message of a cell; waits if too much is on its way.
    void show(Message<JsonObject> message, long weight) {
        outbox.show(new Letter.Ready(message, weight));
        wake();
    }

    /// Publishes now what has been printed.
    void flush() {
        outbox.hurry();
        wake();
    }

    @Override
    protected long patience() {
        long due = outbox.due();
        return due < 0 ? due : Math.max(due, TimeUnit.NANOSECONDS.toMillis(silence() + 999_999));
    }

    /// For how long nothing is published yet.
    private long silence() {
        return someoneListens ? 0 : Math.max(0, SILENCE - (System.nanoTime() - start));
    }

    @Override
    protected void woken() {
        if (silence() > 0) {
            return;
        }
        for (Letter letter = outbox.next(); letter != null; letter = outbox.next()) {
            try {
                deliver(courier.seal(message(letter)));
            } catch (RuntimeException e) {
                log.failed("iopub", e); // this message only
            }
        }
    }

    private Message<JsonObject> message(Letter letter) {
        return letter instanceof Letter.Text text
                ? message(
                        "stream",
                        text.parent,
                        Json.object("name", text.stream, "text", text.text()))
                : ((Letter.Ready) letter).message();
    }

    /// A message of a kind under a parent.
    Message<JsonObject> message(String kind, @Nullable Head parent, JsonObject content) {
        return message(kind, parent, content, Map.of(), List.of());
    }

    /// A message with metadata and raw buffers.
    Message<JsonObject> message(
            String kind,
            @Nullable Head parent,
            JsonObject content,
            Map<String, ?> metadata,
            List<byte[]> buffers) {
        byte[] topic =
                ("kernel." + heads.session() + "." + kind).getBytes(StandardCharsets.US_ASCII);
        return new Message<>(
                List.of(topic),
                heads.next(kind),
                parent,
                new LinkedHashMap<>(metadata),
                content,
                buffers);
    }

    private void deliver(List<byte[]> frames) {
        socket.setSendTimeOut(someoneIsStuck ? 0 : PATIENCE);
        boolean wasStuck = someoneIsStuck;
        someoneIsStuck = !send(frames);
        if (someoneIsStuck) {
            if (!wasStuck) {
                log.dropped("iopub", "a front end does not read what is published");
            }
            socket.setXpubNoDrop(false);
            send(frames);
            socket.setXpubNoDrop(true);
        }
    }

    /// A subscription: one byte that is 1, then the topic.
    @Override
    protected void received(List<byte[]> frames) {
        byte[] subscription = frames.getFirst();
        if (subscription.length == 0 || subscription[0] != 1) {
            return;
        }
        var topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
        byte[] address = topic.getBytes(StandardCharsets.UTF_8);
        JsonObject content = Json.object("subscription", topic);
        Message<JsonObject> welcome =
                new Message<>(
                        List.of(address),
                        heads.next("iopub_welcome"),
                        null,
                        null,
                        content,
                        List.of());
        deliver(courier.seal(welcome));
        someoneListens = true;
    }

    @Override
    public void close() {
        outbox.close();
        super.close();
    }
}
