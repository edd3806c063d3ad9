package nacre.kernel.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.KernelTimestamp;
import io.github.spencerpark.jupyter.messages.MessageType;

/// The header of a message, with every field as it came.
///
/// A reply names its parent word for word. The base kernel's header drops fields that it does not
/// know and has a closed list of types.
final class Head extends Header<JsonObject> {
    private final JsonObject json;

    private Head(JsonObject json) {
        super(
                text(json, "msg_id"),
                optional(json, "username"),
                optional(json, "session"),
                new KernelTimestamp(optional(json, "date")),
                type(text(json, "msg_type")),
                optional(json, "version"));
        this.json = json;
    }

    /// Takes a header that has at least an id and a type.
    static Head of(JsonObject json) {
        return new Head(json);
    }

    /// The message's kind, such as `execute_request`, known to the base kernel or not.
    String kind() {
        return text(json, "msg_type");
    }

    JsonObject json() {
        return json;
    }

    /// Every content is read as a JSON object, whatever class the base kernel has for it.
    @SuppressWarnings("unchecked")
    private static MessageType<JsonObject> type(String name) {
        return (MessageType<JsonObject>) MessageType.getType(name);
    }

    private static String text(JsonObject json, String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive()) {
            throw new BadMessage("its header has no " + name);
        }
        return element.getAsString();
    }

    private static String optional(JsonObject json, String name) {
        JsonElement element = json.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }
}
