package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/// Asks the person at the front end, and takes the answer only to the question that is open.
final class StdinStation extends Station {
    private static final long RETRY = 20; // ms
    private static final long GIVE_UP = TimeUnit.SECONDS.toNanos(10);

    private final Courier courier;
    private final Heads heads;
    private final BlockingQueue<Question> unasked = new LinkedBlockingQueue<>();
    private volatile @Nullable Question open;

    private record Question(
            Message<JsonObject> message, CompletableFuture<String> answer, long since) {
        /// Whether a reply that names `parent` is meant for this question. Old front ends name
        /// none, or the cell.
        boolean isAnsweredUnder(@Nullable String parent) {
            return parent == null
                    || parent.equals(((Head) message.getHeader()).getId())
                    || message.getParentHeader() != null
                            && parent.equals(message.getParentHeader().getId());
        }
    }

    StdinStation(ZMQ.Context context, Courier courier, Heads heads, Log log) {
        super("stdin", context, SocketType.ROUTER, log);
        this.courier = courier;
        this.heads = heads;
        socket.setRouterMandatory(true); // to be told when the front end has not connected yet
    }

    /// Asks whoever sent `request` and waits for the answer, as long as it takes.
    ///
    /// @throws InterruptedException if the waiting thread is interrupted; a late answer is then
    ///   dropped
    String ask(Request request, String prompt, boolean password) throws InterruptedException {
        JsonObject content = Json.object("prompt", prompt, "password", password);
        Message<JsonObject> message =
                new Message<>(
                        request.message().getIdentities(),
                        heads.next("input_request"),
                        request.head(),
                        null,
                        content,
                        List.of());
        var question = new Question(message, new CompletableFuture<>(), System.nanoTime());
        unasked.add(question);
        wake();
        try {
            return question.answer().get();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException(
                    "The front end cannot be asked: it does not listen.", e);
        } finally {
            question.answer().cancel(false);
        }
    }

    @Override
    protected long patience() {
        return unasked.isEmpty() ? -1 : RETRY;
    }

    @Override
    protected void woken() {
        for (Question question = unasked.peek(); question != null; question = unasked.peek()) {
            if (!question.answer().isDone()) {
                open = question;
                if (!reaches(question)) {
                    return;
                }
            }
            unasked.remove();
        }
    }

    /// Sends the question; false if the front end is not there yet and may still come.
    private boolean reaches(Question question) {
        try {
            send(courier.seal(question.message()));
        } catch (ZMQException e) {
            if (e.getErrorCode() == ZError.EHOSTUNREACH
                    && System.nanoTime() - question.since() < GIVE_UP) {
                return false;
            }
            question.answer().completeExceptionally(e);
        }
        return true;
    }

    @Override
    protected void received(List<byte[]> frames) {
        try {
            var reply = new Request(courier.open(frames));
            Question question = open;
            if (!reply.kind().equals("input_reply")) {
                throw new BadMessage(reply.kind() + " does not belong here");
            }
            if (question == null
                    || question.answer().isDone()
                    || !question.isAnsweredUnder(parent(reply))) {
                throw new BadMessage("it answers a question that is no longer open");
            }
            open = null;
            question.answer().complete(reply.text("value", ""));
        } catch (BadMessage e) {
            log.dropped("stdin", e.why());
        }
    }

    private static @Nullable String parent(Request reply) {
        return reply.message().hasParentHeader() ? reply.message().getParentHeader().getId() : null;
    }

    @Override
    public void close() {
        super.close();
        Question question = open;
        if (question != null) {
            question.answer().cancel(false);
        }
    }
}
