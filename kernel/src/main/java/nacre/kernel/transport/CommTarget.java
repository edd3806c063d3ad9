package nacre.kernel.transport;

/// Waits for lines that the page opens by itself.
@FunctionalInterface
public interface CommTarget {
    /// The page has opened a line; the answer hears what follows.
    CommListener opened(Comm comm, CommMessage first);
}
