package nacre.kernel.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nacre.display.Display;

/// Helps to write code: `complete_request`, `inspect_request`, `is_complete_request`.
final class HelpHandlers {
    private static final int LONGEST = 1024 * 1024; // nobody waits for help that comes so late

    private final KernelService service;

    HelpHandlers(KernelService service) {
        this.service = service;
    }

    Answer complete(Request request) {
        String code = request.text("code");
        int cursor = cursor(request, code);
        Completions found =
                isTooLong(code)
                        ? new Completions(cursor, cursor, List.of())
                        : service.complete(code, cursor);
        int start = CodePoints.fromJava(code, found.start());
        int end = CodePoints.fromJava(code, found.end());
        var matches = new JsonArray();
        var types = new JsonArray();
        for (Completions.Match match : found.matches()) {
            matches.add(match.text());
            JsonObject type =
                    Json.object(
                            "text", match.text(), "type", match.type(), "start", start, "end", end);
            if (!match.signature().isEmpty()) {
                type.addProperty("signature", match.signature());
            }
            types.add(type);
        }
        return Answer.ok(
                "matches", matches,
                "cursor_start", start,
                "cursor_end", end,
                "metadata", Map.of("_jupyter_types_experimental", types));
    }

    Answer inspect(Request request) {
        String code = request.text("code");
        int detail = request.number("detail_level", 0);
        Optional<Display> help =
                isTooLong(code)
                        ? Optional.empty()
                        : service.inspect(code, cursor(request, code), detail);
        JsonObject content =
                Answer.okContent("found", help.isPresent(), "data", Map.of(), "metadata", Map.of());
        help.ifPresent(shown -> Publisher.fields(shown).forEach(content::add));
        return Answer.of(content);
    }

    Answer isComplete(Request request) {
        String code = request.text("code");
        return Answer.of(
                switch (isTooLong(code) ? new Completeness.Unknown() : service.isComplete(code)) {
                    case Completeness.Complete _ -> Json.object("status", "complete");
                    case Completeness.Incomplete open ->
                            Json.object("status", "incomplete", "indent", open.indent());
                    case Completeness.Invalid _ -> Json.object("status", "invalid");
                    case Completeness.Unknown _ -> Json.object("status", "unknown");
                });
    }

    private static boolean isTooLong(String code) {
        return code.length() > LONGEST;
    }

    private static int cursor(Request request, String code) {
        return CodePoints.toJava(code, request.number("cursor_pos", Integer.MAX_VALUE));
    }
}
