package nacre.kernel.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.Map;

/// A message from a front end, with its content read as the protocol says: a missing field has its
/// default.
record Request(Message<JsonObject> message) {
    Head head() {
        return (Head) message.getHeader();
    }

    String kind() {
        return head().kind();
    }

    JsonObject content() {
        return message.getContent();
    }

    /// Whether somebody waits for an answer.
    boolean wantsReply() {
        return kind().endsWith("_request");
    }

    /// The kind of the answer to this request.
    String replyKind() {
        return kind().replaceAll("_request$", "_reply");
    }

    String text(String name) {
        JsonElement element = content().get(name);
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
            throw new BadMessage(kind() + " needs the text \"" + name + "\" in its content");
        }
        return element.getAsString();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonElement element = content().get(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
            throw new BadMessage("\"" + name + "\" in " + kind() + " should be true or false");
        }
        return element.getAsBoolean();
    }

    int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            long number = content().get(name).getAsLong();
            return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } catch (RuntimeException e) {
            throw new BadMessage("\"" + name + "\" in " + kind() + " should be a whole number");
        }
    }

    Map<String, Object> object(String name) {
        JsonElement element = content().get(name);
        return element != null && element.isJsonObject()
                ? Json.map(element.getAsJsonObject())
                : Map.of();
    }

    boolean has(String name) {
        JsonElement element = content().get(name);
        return element != null && !element.isJsonNull();
    }
}
