package nacre.kernel.transport;

/// Hears what the page says on one line.
@FunctionalInterface
public interface CommListener {
    /// The page has sent a message; what the listener prints goes to `output`.
    void message(CommMessage message, CellOutput output);

    /// The page has closed the line.
    default void closed(CommMessage last) {}
}
