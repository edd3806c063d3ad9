package nacre.kernel.transport;

/// Answers one kind of request.
interface RequestHandler {
    /// The answer; for a message that nobody waits for it is not sent.
    Answer answer(Request request);
}
