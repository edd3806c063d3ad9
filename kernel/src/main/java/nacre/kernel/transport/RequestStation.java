package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// Takes requests and answers them one after the other: the shell channel, and the control channel
/// beside it.
final class RequestStation extends Station implements Dispatcher.Replies {
    private final String name;
    private final Courier courier;
    private final Heads heads;
    private final Dispatcher dispatcher;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();

    /// @param wrong what cannot be understood of it; empty if all can
    private record Waiting(Request request, boolean aborted, String wrong) {}

    RequestStation(
            String name,
            ZMQ.Context context,
            Courier courier,
            Heads heads,
            Dispatcher dispatcher,
            Log log) {
        super(name, context, SocketType.ROUTER, log);
        this.name = name;
        this.courier = courier;
        this.heads = heads;
        this.dispatcher = dispatcher;
    }

    @Override
    protected void received(List<byte[]> frames) {
        enqueue(frames, false);
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            handle(next);
        }
    }

    private void handle(Waiting next) {
        try {
            if (!next.wrong().isEmpty()) {
                dispatcher.refuse(next.request(), this, next.wrong());
            } else if (next.aborted() && next.request().kind().equals("execute_request")) {
                dispatcher.abort(next.request(), this);
            } else {
                dispatcher.dispatch(next.request(), this);
            }
        } catch (BadMessage e) {
            log.dropped(name, e.why());
        }
    }

    private void enqueue(List<byte[]> frames, boolean aborted) {
        try {
            queue.add(new Waiting(new Request(courier.open(frames)), aborted, ""));
        } catch (BadBody e) {
            queue.add(new Waiting(new Request(e.message()), aborted, e.why()));
        } catch (BadMessage e) {
            log.dropped(name, e.why());
        }
    }

    /// Takes in what is already here, before the failure is answered: what a front end sends after
    /// it has seen the failure is run again.
    @Override
    public void abortQueue() {
        int before = queue.size();
        for (int i = 0; i < before; i++) {
            Waiting next = queue.remove();
            queue.add(new Waiting(next.request(), true, next.wrong()));
        }
        for (@Nullable List<byte[]> frames = poll(); frames != null; frames = poll()) {
            enqueue(frames, true);
        }
    }

    @Override
    public void send(Request request, Answer answer) {
        Message<JsonObject> reply =
                new Message<>(
                        request.message().getIdentities(),
                        heads.next(request.replyKind()),
                        request.head(),
                        answer.metadata(),
                        answer.content(),
                        List.of());
        send(courier.seal(reply));
    }
}
