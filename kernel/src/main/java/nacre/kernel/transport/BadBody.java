package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.List;
import java.util.Map;

/// A message whose sender and header are known, and whose rest cannot be understood: whoever waits
/// for its answer is to get one.
final class BadBody extends BadMessage {
    private static final long serialVersionUID = 1;

    private final transient Message<JsonObject> message;

    BadBody(List<byte[]> identities, Head head, String why) {
        super(why);
        message = new Message<>(identities, head, null, Map.of(), new JsonObject(), List.of());
    }

    /// The message without what cannot be understood.
    Message<JsonObject> message() {
        return message;
    }
}
