package nacre.kernel.shell;

/// Whether code can run as it stands, asked by consoles when Enter is pressed.
public sealed interface Completeness {

    /// Ready to run.
    record Complete() implements Completeness {}

    /// More must follow, and the next line begins with `indent`.
    record Incomplete(String indent) implements Completeness {}

    /// No continuation can make it right.
    record Invalid() implements Completeness {}

    /// Cannot be told.
    record Unknown() implements Completeness {}
}
