package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpTest {
    private final KernelFixture kernel = new KernelFixture();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void completionsHaveTypesAndCountCharacters() {
        String code = "🐚🐚 den"; // two characters that Java counts as four
        JsonObject answer = ask("complete_request", Json.object("code", code, "cursor_pos", 6));
        assertEquals("[\"dense\"]", answer.get("matches").toString());
        assertEquals(3, answer.get("cursor_start").getAsInt());
        assertEquals(6, answer.get("cursor_end").getAsInt());
        JsonObject type =
                answer.getAsJsonObject("metadata")
                        .getAsJsonArray("_jupyter_types_experimental")
                        .get(0)
                        .getAsJsonObject();
        assertEquals("function", type.get("type").getAsString());
        assertEquals("(int units)", type.get("signature").getAsString());
        assertEquals(3, type.get("start").getAsInt());
    }

    @Test
    void aBookIsNotSearchedForHelp() {
        String code = "den".repeat(1_000_000) + " den";
        int end = code.length();
        assertEquals(
                "[]",
                ask("complete_request", Json.object("code", code, "cursor_pos", end))
                        .get("matches")
                        .toString());
        assertFalse(
                ask("inspect_request", Json.object("code", code + "se", "cursor_pos", end))
                        .get("found")
                        .getAsBoolean());
        assertEquals(
                "unknown",
                ask("is_complete_request", Json.object("code", code)).get("status").getAsString());
    }

    @Test
    void helpSaysWhetherThereIsAny() {
        JsonObject found =
                ask(
                        "inspect_request",
                        Json.object("code", "known", "cursor_pos", 99, "detail_level", 1));
        assertTrue(found.get("found").getAsBoolean());
        assertEquals("help 5 1", found.getAsJsonObject("data").get("text/plain").getAsString());
        JsonObject none = ask("inspect_request", Json.object("code", "other", "cursor_pos", 1));
        assertFalse(none.get("found").getAsBoolean());
        assertEquals("ok", none.get("status").getAsString());
    }

    @Test
    void onlyOpenCodeHasAnIndent() {
        assertEquals("{\"status\":\"incomplete\",\"indent\":\"  \"}", complete("open"));
        assertEquals("{\"status\":\"complete\"}", complete("1"));
        assertEquals("{\"status\":\"invalid\"}", complete("bad"));
        assertEquals("{\"status\":\"unknown\"}", complete("odd"));
    }

    private String complete(String code) {
        return ask("is_complete_request", Json.object("code", code)).toString();
    }

    @Test
    void theKernelSaysWhoItIs() {
        JsonObject info = ask("kernel_info_request", new JsonObject());
        assertEquals("fake", info.get("implementation").getAsString());
        assertEquals("5.4", info.get("protocol_version").getAsString());
        JsonObject language = info.getAsJsonObject("language_info");
        assertEquals("java", language.get("name").getAsString());
        assertEquals("text/x-java", language.get("mimetype").getAsString());
        assertEquals(".java", language.get("file_extension").getAsString());
        assertEquals("java", language.get("pygments_lexer").getAsString());
        assertFalse(info.get("debugger").getAsBoolean());
    }

    @Test
    void aDebuggerIsNotPretended() {
        var answer =
                kernel.ask(
                        kernel.frontEnd.control(),
                        "debug_request",
                        Json.object("seq", 3, "command", "debugInfo"));
        assertFalse(answer.content().get("success").getAsBoolean());
        assertEquals(3, answer.content().get("request_seq").getAsInt());
    }

    @Test
    void everyAnswerHasAStatusAndEveryRequestEndsIdle() {
        for (String kind :
                List.of(
                        "kernel_info_request",
                        "comm_info_request",
                        "history_request",
                        "interrupt_request")) {
            assertEquals("ok", kernel.ask(kind, new JsonObject()).status(), kind);
        }
    }

    private JsonObject ask(String kind, JsonObject content) {
        return kernel.ask(kind, content).content();
    }
}
