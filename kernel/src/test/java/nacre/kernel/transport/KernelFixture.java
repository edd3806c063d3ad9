package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/// A kernel on real sockets with a toy language, and a front end that is connected to it.
final class KernelFixture implements AutoCloseable {
    final FakeService service = new FakeService();
    final ConnectionFile connection = ConnectionFile.onThisMachine();
    final FrontEnd frontEnd = new FrontEnd(connection);
    final KernelServer server;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /// The first that the kernel published, before anybody listened.
    final Message<JsonObject> starting;

    KernelFixture() {
        this(null);
    }

    KernelFixture(Path history) {
        this(history, IopubStation.QUEUE);
    }

    /// @param queue how many published messages may wait for one front end
    KernelFixture(Path history, int queue) {
        var log = new Log(new PrintStream(said, true, StandardCharsets.UTF_8));
        server = KernelServer.open(connection, service, history, log, queue);
        awaitWelcome(frontEnd);
        starting = frontEnd.receive(frontEnd.iopub());
    }

    /// A subscription takes a moment; the welcome says that it has arrived.
    static void awaitWelcome(FrontEnd frontEnd) {
        Message<JsonObject> first;
        do {
            first = frontEnd.receive(frontEnd.iopub());
        } while (!kind(first).equals("iopub_welcome"));
    }

    /// What the kernel wrote to its error stream.
    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    Exchange execute(String code) {
        return ask("execute_request", Json.object("code", code));
    }

    Exchange ask(String kind, JsonObject content) {
        return ask(frontEnd.shell(), kind, content);
    }

    /// Sends a request and collects its reply and all that is published until idle.
    Exchange ask(ZMQ.Socket channel, String kind, JsonObject content) {
        Head head = frontEnd.ask(channel, kind, content);
        return new Exchange(head, replyTo(head, channel), published(head));
    }

    /// The answer to a request; answers to others are passed over.
    private Message<JsonObject> replyTo(Head request, ZMQ.Socket channel) {
        Message<JsonObject> reply;
        do {
            reply = frontEnd.receive(channel);
        } while (!reply.getParentHeader().getId().equals(request.getId()));
        return reply;
    }

    /// What is published under a request until it is idle.
    List<Message<JsonObject>> published(Head parent) {
        var all = new ArrayList<Message<JsonObject>>();
        while (true) {
            Message<JsonObject> message = frontEnd.poll(frontEnd.iopub(), FrontEnd.PATIENCE);
            if (message == null) {
                throw new AssertionError(
                        "no idle; so far " + all.stream().map(KernelFixture::kind).toList());
            }
            if (message.hasParentHeader()
                    && message.getParentHeader().getId().equals(parent.getId())) {
                all.add(message);
                if (kind(message).equals("status")
                        && text(message, "execution_state").equals("idle")) {
                    return all;
                }
            }
        }
    }

    static String kind(Message<JsonObject> message) {
        return ((Head) message.getHeader()).kind();
    }

    static String text(Message<JsonObject> message, String name) {
        return message.getContent().get(name).getAsString();
    }

    /// A request, its answer, and what was published in between.
    record Exchange(Head request, Message<JsonObject> reply, List<Message<JsonObject>> published) {
        JsonObject content() {
            return reply.getContent();
        }

        String status() {
            return text(reply, "status");
        }

        List<String> kinds() {
            return published.stream().map(KernelFixture::kind).toList();
        }

        JsonObject first(String kind) {
            return published.stream()
                    .filter(message -> kind(message).equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(kind + " is not among " + kinds()))
                    .getContent();
        }

        /// All that was printed on a stream.
        String printed(String stream) {
            var all = new StringBuilder();
            for (Message<JsonObject> message : published) {
                if (kind(message).equals("stream") && text(message, "name").equals(stream)) {
                    all.append(text(message, "text"));
                }
            }
            return all.toString();
        }
    }

    @Override
    public void close() {
        frontEnd.close();
        server.close();
    }
}
