package nacre.kernel.transport;

/// One line between a widget in the page and its twin in the kernel.
public final class Comm {
    private final String id;
    private final String target;
    private final Comms comms;
    private volatile CommListener listener = (_, _) -> {};

    Comm(String id, String target, Comms comms) {
        this.id = id;
        this.target = target;
        this.comms = comms;
    }

    /// What the line is known by on both sides.
    public String id() {
        return id;
    }

    /// Who is called on the other side.
    public String target() {
        return target;
    }

    /// Sends a message to the page.
    public void send(CommMessage message) {
        comms.send("comm_msg", this, message);
    }

    /// Closes the line, with a last message.
    public void close(CommMessage last) {
        comms.close(this, last);
    }

    void listen(CommListener newListener) {
        listener = newListener;
    }

    CommListener listener() {
        return listener;
    }
}
