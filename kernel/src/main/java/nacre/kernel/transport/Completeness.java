package nacre.kernel.transport;

/// Whether code can be run as it stands.
public sealed interface Completeness {
    /// It can be run.
    record Complete() implements Completeness {}

    /// Something is still open; the next line begins with `indent`.
    record Incomplete(String indent) implements Completeness {}

    /// More lines would not mend it.
    record Invalid() implements Completeness {}

    /// Nobody can say.
    record Unknown() implements Completeness {}
}
