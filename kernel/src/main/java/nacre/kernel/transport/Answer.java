package nacre.kernel.transport;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import nacre.kernel.transport.Outcome.Failure;

/// What a request is answered with, and what is to be done then.
///
/// @param content the reply's content; always has a `status`
/// @param metadata the reply's metadata
/// @param then what follows
record Answer(JsonObject content, Map<String, Object> metadata, Then then) {
    /// What follows an answer.
    enum Then {
        GO_ON,
        /// The cells that already wait are not run.
        ABORT_QUEUE,
        SHUT_DOWN
    }

    static Answer of(JsonObject content) {
        return new Answer(content, Map.of(), Then.GO_ON);
    }

    /// An answer with `status` ok and these fields more.
    static Answer ok(Object... namesAndValues) {
        return of(okContent(namesAndValues));
    }

    static JsonObject okContent(Object... namesAndValues) {
        JsonObject content = Json.object("status", "ok");
        Json.object(namesAndValues).asMap().forEach(content::add);
        return content;
    }

    static Answer error(String name, String message) {
        return of(errorContent(new Failure(name, message, List.of(message))));
    }

    static JsonObject errorContent(Failure failure) {
        return Json.object(
                "status", "error",
                "ename", failure.name(),
                "evalue", failure.message(),
                "traceback", failure.traceback());
    }
}
