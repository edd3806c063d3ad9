package nacre.kernel.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import nacre.display.Display;

/// Publishes a cell's output under the request that runs it.
final class RequestOutput implements CellOutput {
    private final Request request;
    private final Publisher publisher;
    private final StdinStation stdin;
    private final boolean allowStdin;
    private final boolean silent;
    private final List<Map<String, ?>> payload = new ArrayList<>();

    RequestOutput(
            Request request,
            Publisher publisher,
            StdinStation stdin,
            boolean allowStdin,
            boolean silent) {
        this.request = request;
        this.publisher = publisher;
        this.stdin = stdin;
        this.allowStdin = allowStdin;
        this.silent = silent;
    }

    @Override
    public void stdout(String text) {
        print("stdout", text);
    }

    @Override
    public void stderr(String text) {
        print("stderr", text);
    }

    private void print(String stream, String text) {
        if (!silent) {
            publisher.print(request.head(), stream, text);
        }
    }

    @Override
    public Shown show(Display display) {
        String id = UUID.randomUUID().toString();
        publish(id, display, false);
        return new Shown(id);
    }

    @Override
    public void update(Shown shown, Display newer) {
        publish(shown.id(), newer, true);
    }

    private void publish(String id, Display display, boolean isUpdate) {
        if (!silent) {
            publisher.display(request.head(), id, display, isUpdate);
        }
    }

    @Override
    public void clear(boolean wait) {
        if (!silent) {
            publisher.clear(request.head(), wait);
        }
    }

    @Override
    public String input(String prompt, boolean password) {
        if (!allowStdin) {
            throw new IllegalStateException(
                    "This cell asks for input, but nobody is there to type it: the notebook is run without a person,"
                            + " or its page cannot ask. Give the value in the code instead.");
        }
        publisher.flush(); // what was printed before the question is seen before it
        try {
            return stdin.ask(request, prompt, password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the cell was stopped while it waited for input");
        }
    }

    @Override
    public void payload(Map<String, ?> action) {
        synchronized (payload) {
            payload.add(action);
        }
    }

    /// The actions for the front end so far.
    List<Map<String, ?>> payload() {
        synchronized (payload) {
            return List.copyOf(payload);
        }
    }
}
