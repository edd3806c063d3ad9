package nacre.kernel.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.Map;
import nacre.display.Display;
import nacre.kernel.transport.Outcome.Failure;
import org.jspecify.annotations.Nullable;

/// Writes what is published: states, results, pictures, errors.
final class Publisher {
    private final IopubStation iopub;

    Publisher(IopubStation iopub) {
        this.iopub = iopub;
    }

    void status(@Nullable Head parent, String state) {
        publish("status", parent, Json.object("execution_state", state));
    }

    void executeInput(Head parent, String code, int count) {
        publish("execute_input", parent, Json.object("code", code, "execution_count", count));
    }

    void print(Head parent, String stream, String text) {
        iopub.print(parent, stream, text);
    }

    void flush() {
        iopub.flush();
    }

    void result(Head parent, int count, Display display) {
        JsonObject content = bundle(display);
        content.addProperty("execution_count", count);
        show("execute_result", parent, content);
    }

    /// Shows something under an id, or replaces what is shown under it.
    void display(Head parent, String id, Display display, boolean isUpdate) {
        JsonObject content = bundle(display);
        content.add("transient", Json.object("display_id", id));
        show(isUpdate ? "update_display_data" : "display_data", parent, content);
    }

    void clear(Head parent, boolean wait) {
        show("clear_output", parent, Json.object("wait", wait));
    }

    void error(Head parent, Failure failure) {
        JsonObject content = Answer.errorContent(failure);
        content.remove("status");
        publish("error", parent, content);
    }

    void comm(@Nullable Head parent, String kind, JsonObject content, CommMessage message) {
        iopub.publish(iopub.message(kind, parent, content, message.metadata(), message.buffers()));
    }

    /// Tells the other front ends too.
    void shutdown(Head parent, JsonObject content) {
        publish("shutdown_reply", parent, content);
    }

    private void publish(String kind, @Nullable Head parent, JsonObject content) {
        iopub.publish(iopub.message(kind, parent, content));
    }

    private void show(String kind, Head parent, JsonObject content) {
        iopub.show(iopub.message(kind, parent, content), weight(content));
    }

    private static long weight(JsonObject content) {
        JsonElement data = content.get("data");
        if (data == null) {
            return 0;
        }
        long weight = 0;
        for (JsonElement form : data.getAsJsonObject().asMap().values()) {
            weight += form.isJsonPrimitive() ? form.getAsString().length() : 0;
        }
        return weight;
    }

    /// The forms of a display as the protocol wants them: pictures in base 64, JSON as JSON, the
    /// rest as text.
    static JsonObject bundle(Display display) {
        var data = new JsonObject();
        display.data().forEach((type, form) -> data.add(type, form(type, form)));
        return Json.object("data", data, "metadata", display.metadata());
    }

    /// `data` and `metadata` of a display, as a map to put into a reply.
    static Map<String, JsonElement> fields(Display display) {
        return bundle(display).asMap();
    }

    private static JsonElement form(String type, @Nullable Object form) {
        if (form instanceof byte[] bytes) {
            return Json.tree(Base64.getEncoder().encodeToString(bytes));
        }
        boolean isJson = type.equals("application/json") || type.endsWith("+json");
        if (isJson) {
            return form instanceof String text ? parsed(text) : Json.tree(form);
        }
        return Json.tree(String.valueOf(form));
    }

    private static JsonElement parsed(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return Json.tree(text);
        }
    }
}
