package nacre.kernel.transport;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import nacre.kernel.transport.Answer.Then;
import nacre.kernel.transport.Outcome.Failure;
import nacre.kernel.transport.Outcome.Value;

/// Runs a cell: `execute_request`.
final class ExecuteHandler implements RequestHandler {
    private static final int LONGEST = 16 * 1024 * 1024;

    private final KernelService service;
    private final Publisher publisher;
    private final StdinStation stdin;
    private final Comms comms;
    private final History history;
    private int count;

    ExecuteHandler(
            KernelService service,
            Publisher publisher,
            StdinStation stdin,
            Comms comms,
            History history) {
        this.service = service;
        this.publisher = publisher;
        this.stdin = stdin;
        this.comms = comms;
        this.history = history;
    }

    @Override
    public void begins() {
        service.begins();
    }

    @Override
    public Answer answer(Request request) {
        try {
            return execute(request);
        } finally {
            service.ended();
        }
    }

    private Answer execute(Request request) {
        String started = Heads.now();
        String code = request.text("code");
        boolean silent = request.flag("silent", false);
        boolean counted = !silent && request.flag("store_history", true) && !code.isBlank();
        boolean allowStdin = request.flag("allow_stdin", true);
        boolean stopOnError = request.flag("stop_on_error", true);
        comms.handling(request.head());
        if (counted) {
            count++;
        }
        if (!silent) {
            publisher.executeInput(request.head(), code, count);
        }
        var output = new RequestOutput(request, publisher, stdin, allowStdin, silent);
        Outcome outcome = run(new Cell(code, count, counted), output);
        if (counted) {
            history.add(count, code, outcome);
        }
        JsonObject content = content(outcome, request, output, silent);
        content.addProperty("execution_count", count);
        boolean abort = outcome instanceof Failure && stopOnError;
        return new Answer(
                content, Map.of("started", started), abort ? Then.ABORT_QUEUE : Then.GO_ON);
    }

    private Outcome run(Cell cell, RequestOutput output) {
        if (cell.code().length() > LONGEST) {
            String message =
                    "The cell is too long: "
                            + cell.code().length()
                            + " characters. Put data into a file.";
            return new Failure("CellTooLong", message, List.of(message));
        }
        try {
            return service.execute(cell, output);
        } catch (Throwable e) {
            // the service failed, not the cell; say so in the cell
            String name = e.getClass().getName();
            String message = "The kernel could not run this cell: " + name;
            return new Failure(name, message, List.of(message));
        }
    }

    private JsonObject content(
            Outcome outcome, Request request, RequestOutput output, boolean silent) {
        return switch (outcome) {
            case Value value -> {
                if (!silent) {
                    value.display()
                            .ifPresent(shown -> publisher.result(request.head(), count, shown));
                }
                JsonObject expressions = expressions(request, output);
                yield Answer.okContent(
                        "payload", output.payload(), "user_expressions", expressions);
            }
            case Failure failure -> {
                if (!silent) {
                    publisher.error(request.head(), failure);
                }
                JsonObject content = Answer.errorContent(failure);
                content.add("payload", Json.tree(output.payload()));
                content.add("user_expressions", new JsonObject());
                yield content;
            }
        };
    }

    /// Works out what the front end wants to know after the cell, each expression by itself.
    private JsonObject expressions(Request request, RequestOutput output) {
        var answers = new JsonObject();
        request.object("user_expressions")
                .forEach(
                        (name, expression) ->
                                answers.add(name, expression(String.valueOf(expression), output)));
        return answers;
    }

    private JsonObject expression(String expression, RequestOutput output) {
        return switch (run(new Cell(expression, count, false), output)) {
            case Failure failure -> Answer.errorContent(failure);
            case Value value -> {
                JsonObject content = Answer.okContent("data", Map.of(), "metadata", Map.of());
                value.display().ifPresent(shown -> Publisher.fields(shown).forEach(content::add));
                yield content;
            }
        };
    }
}
