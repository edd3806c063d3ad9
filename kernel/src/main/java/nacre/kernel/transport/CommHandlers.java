package nacre.kernel.transport;

import com.google.gson.JsonObject;
import java.util.function.Consumer;

/// Serves widgets: `comm_open`, `comm_msg`, `comm_close`, `comm_info_request`.
final class CommHandlers {
    private final Comms comms;
    private final KernelService service;
    private final Publisher publisher;
    private final StdinStation stdin;

    CommHandlers(Comms comms, KernelService service, Publisher publisher, StdinStation stdin) {
        this.comms = comms;
        this.service = service;
        this.publisher = publisher;
        this.stdin = stdin;
    }

    Answer open(Request request) {
        String id = request.text("comm_id");
        String target = request.text("target_name", "");
        call(request, _ -> comms.opened(id, target, message(request)));
        return Answer.ok();
    }

    Answer say(Request request) {
        Comm comm = comms.find(request.text("comm_id"));
        if (comm != null) {
            call(request, output -> comm.listener().message(message(request), output));
        }
        return Answer.ok();
    }

    Answer close(Request request) {
        Comm comm = comms.closed(request.text("comm_id"));
        if (comm != null) {
            call(request, _ -> comm.listener().closed(message(request)));
        }
        return Answer.ok();
    }

    Answer info(Request request) {
        String wanted = request.text("target_name", "");
        var open = new JsonObject();
        comms.list()
                .forEach(
                        (id, target) -> {
                            if (wanted.isEmpty() || wanted.equals(target)) {
                                open.add(id, Json.object("target_name", target));
                            }
                        });
        return Answer.ok("comms", open);
    }

    private void call(Request request, Consumer<CellOutput> callback) {
        comms.handling(request.head());
        var output = new RequestOutput(request, publisher, stdin, false, false);
        service.call(() -> callback.accept(output), output);
    }

    private static CommMessage message(Request request) {
        return new CommMessage(
                request.object("data"),
                request.message().getNonNullMetadata(),
                request.message().getBlobs());
    }
}
