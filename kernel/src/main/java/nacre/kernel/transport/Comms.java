package nacre.kernel.transport;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The lines between widgets in the page and their twins in the kernel.
public final class Comms {
    private final Publisher publisher;
    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, Comm> open = new ConcurrentHashMap<>();
    private volatile @Nullable Head current;

    Comms(Publisher publisher) {
        this.publisher = publisher;
    }

    /// Lets the page open lines to `target` by itself.
    public void register(String name, CommTarget target) {
        targets.put(name, target);
    }

    /// Opens a line to the page.
    ///
    /// @param target who is called in the page, such as `jupyter.widget`
    /// @param first the first message
    public Comm open(String target, CommMessage first, CommListener listener) {
        var comm = new Comm(UUID.randomUUID().toString(), target, this);
        comm.listen(listener);
        open.put(comm.id(), comm);
        send("comm_open", comm, first);
        return comm;
    }

    /// The message that is being handled: what a comm sends belongs to it.
    void handling(Head head) {
        current = head;
    }

    void send(String kind, Comm comm, CommMessage message) {
        JsonObject content = Json.object("comm_id", comm.id(), "data", message.data());
        if (kind.equals("comm_open")) {
            content.addProperty("target_name", comm.target());
        }
        publisher.comm(current, kind, content, message);
    }

    void close(Comm comm, CommMessage last) {
        if (open.remove(comm.id()) != null) {
            send("comm_close", comm, last);
        }
    }

    /// The line that the page has opened, or null and the line is closed again when nobody waits at
    /// `target`.
    @Nullable Comm opened(String id, String target, CommMessage first) {
        var comm = new Comm(id, target, this);
        CommTarget waiting = targets.get(target);
        if (waiting == null) {
            send("comm_close", comm, new CommMessage(Map.of(), Map.of(), List.of()));
            return null;
        }
        open.put(id, comm);
        comm.listen(waiting.opened(comm, first));
        return comm;
    }

    @Nullable Comm find(String id) {
        return open.get(id);
    }

    /// The page has closed the line.
    @Nullable Comm closed(String id) {
        return open.remove(id);
    }

    /// The open lines: their targets by id.
    Map<String, String> list() {
        var list = new TreeMap<String, String>();
        open.values().forEach(comm -> list.put(comm.id(), comm.target()));
        return list;
    }
}
