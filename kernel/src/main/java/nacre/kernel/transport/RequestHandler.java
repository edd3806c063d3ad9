package nacre.kernel.transport;

/// Answers one kind of request.
interface RequestHandler {
    /// Says that a request comes, before the front end hears of it and may want it stopped.
    default void begins() {}

    /// The answer; for a message that nobody waits for it is not sent.
    Answer answer(Request request);
}
