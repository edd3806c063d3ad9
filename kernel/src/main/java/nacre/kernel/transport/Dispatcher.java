package nacre.kernel.transport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands each request to its handler, and says busy, the answer and idle around it, whatever
/// happens.
final class Dispatcher {
    /// How a dispatcher's channel answers.
    interface Replies {
        void send(Request request, Answer answer);

        /// Marks the cells that already wait, so that they are not run.
        void abortQueue();
    }

    private final Map<String, RequestHandler> handlers;
    private final Publisher publisher;
    private final Runnable shutdown;
    private final Log log;

    Dispatcher(
            Map<String, RequestHandler> handlers, Publisher publisher, Runnable shutdown, Log log) {
        this.handlers = handlers;
        this.publisher = publisher;
        this.shutdown = shutdown;
        this.log = log;
    }

    void dispatch(Request request, Replies replies) {
        RequestHandler handler = handlers.get(request.kind());
        if (handler == null && !request.wantsReply()) {
            throw new BadMessage(request.kind() + " is unknown here");
        }
        run(request, replies, handler == null ? this::unknown : handler);
    }

    /// Answers that a cell is not run, because one before it failed.
    void abort(Request request, Replies replies) {
        run(request, replies, _ -> Answer.of(Json.object("status", "aborted")));
    }

    /// Answers a request of which more than its header cannot be understood.
    void refuse(Request request, Replies replies, String why) {
        run(request, replies, _ -> Answer.error("BadMessage", request.kind() + ": " + why));
    }

    private void run(Request request, Replies replies, RequestHandler handler) {
        handler.begins();
        publisher.status(request.head(), "busy");
        @Nullable Answer answer = null;
        try {
            answer = handler.answer(request);
        } catch (BadMessage e) {
            answer = Answer.error("BadMessage", e.why());
        } catch (Throwable e) {
            // the one who asks must not wait for ever, least of all after an overflow
            log.failed(request.kind(), e);
            answer =
                    Answer.error(
                            "KernelError", "The kernel itself failed: " + e.getClass().getName());
        }
        try {
            if (answer.then() == Answer.Then.ABORT_QUEUE) {
                replies.abortQueue();
            }
            if (request.wantsReply()) {
                replies.send(request, answer);
            }
        } finally {
            publisher.status(request.head(), "idle");
        }
        if (answer.then() == Answer.Then.SHUT_DOWN) {
            shutdown.run();
        }
    }

    private Answer unknown(Request request) {
        return Answer.error(
                "UnknownRequest", "Nacre does not know the request " + request.kind() + ".");
    }
}
