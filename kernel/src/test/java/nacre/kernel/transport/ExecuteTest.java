package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nacre.kernel.transport.KernelFixture.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecuteTest {
    private final KernelFixture kernel = new KernelFixture();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void aCellIsBusyEchoedShownAndIdle() {
        Exchange cell = kernel.execute("value 42");
        assertEquals(List.of("status", "execute_input", "execute_result", "status"), cell.kinds());
        assertEquals("ok", cell.status());
        assertEquals(1, cell.content().get("execution_count").getAsInt());
        assertEquals("busy", KernelFixture.text(cell.published().getFirst(), "execution_state"));
        assertEquals("value 42", cell.first("execute_input").get("code").getAsString());
        JsonObject result = cell.first("execute_result");
        assertEquals("42", result.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals(1, result.get("execution_count").getAsInt());
        assertEquals("[]", cell.content().get("payload").toString());
        assertEquals("{}", cell.content().get("user_expressions").toString());
        assertEquals("", kernel.said(), "a kernel that is well says nothing");
    }

    @Test
    void headersAreTheKernelsOwn() {
        Exchange cell = kernel.execute("value 1");
        Head reply = (Head) cell.reply().getHeader();
        assertEquals("execute_reply", reply.kind());
        assertEquals("5.4", reply.getVersion());
        assertFalse(
                reply.getSessionId().equals(cell.request().getSessionId()),
                "the kernel has its own session");
        assertEquals(cell.request().json(), ((Head) cell.reply().getParentHeader()).json());
        Pattern microseconds =
                Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        String date = reply.json().get("date").getAsString();
        assertTrue(microseconds.matcher(date).matches(), date);
        assertTrue(
                cell.reply().getMetadata().containsKey("started"), "front ends time cells by it");
    }

    @Test
    void aSilentCellPublishesNothingAndDoesNotCount() {
        Exchange cell = kernel.ask("execute_request", Json.object("code", "mix", "silent", true));
        assertEquals(List.of("status", "status"), cell.kinds());
        assertEquals(0, cell.content().get("execution_count").getAsInt());
    }

    @Test
    void aCellThatIsNotStoredDoesNotCount() {
        kernel.execute("value 1");
        Exchange hidden =
                kernel.ask(
                        "execute_request", Json.object("code", "value 2", "store_history", false));
        assertEquals(1, hidden.content().get("execution_count").getAsInt());
        assertEquals(2, kernel.execute("value 3").content().get("execution_count").getAsInt());
    }

    @Test
    void anEmptyCellDoesNotCount() {
        kernel.execute("value 1");
        assertEquals(1, kernel.execute(" \n").content().get("execution_count").getAsInt());
        assertEquals(2, kernel.execute("value 3").content().get("execution_count").getAsInt());
    }

    @Test
    void userExpressionsAreAnsweredOneByOne() {
        var expressions = Map.of("good", "value 7", "bad", "fail");
        Exchange cell =
                kernel.ask(
                        "execute_request",
                        Json.object("code", "", "user_expressions", expressions));
        JsonObject answers = cell.content().getAsJsonObject("user_expressions");
        JsonObject good = answers.getAsJsonObject("good");
        assertEquals("ok", good.get("status").getAsString());
        assertEquals("7", good.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals("Oops", answers.getAsJsonObject("bad").get("ename").getAsString());
    }

    @Test
    void aFailureIsTheSameInReplyAndPublication() {
        Exchange cell = kernel.execute("fail");
        assertEquals(List.of("status", "execute_input", "error", "status"), cell.kinds());
        JsonObject error = cell.first("error");
        for (String name : List.of("ename", "evalue", "traceback")) {
            assertEquals(error.get(name), cell.content().get(name));
        }
        assertEquals("error", cell.status());
        assertEquals(2, error.getAsJsonArray("traceback").size());
    }

    @Test
    void aServiceThatBreaksIsReportedAndServesTheNextCell() {
        assertEquals(
                "java.lang.StackOverflowError",
                kernel.execute("break").content().get("ename").getAsString());
        assertEquals("ok", kernel.execute("value 1").status());
    }

    @Test
    void anErrorAbortsWhatWaits() {
        List<Head> heads = new ArrayList<>();
        heads.add(
                kernel.frontEnd.ask(
                        kernel.frontEnd.shell(), "execute_request", Json.object("code", "wait")));
        await();
        for (int i = 0; i < 3; i++) {
            heads.add(
                    kernel.frontEnd.ask(
                            kernel.frontEnd.shell(),
                            "execute_request",
                            Json.object("code", "value 1")));
        }
        heads.add(
                kernel.frontEnd.ask(
                        kernel.frontEnd.shell(), "comm_info_request", new JsonObject()));
        arrive();
        kernel.ask(kernel.frontEnd.control(), "interrupt_request", new JsonObject());
        List<String> answers =
                heads.stream()
                        .map(
                                _ ->
                                        KernelFixture.text(
                                                kernel.frontEnd.receive(kernel.frontEnd.shell()),
                                                "status"))
                        .toList();
        assertEquals(List.of("error", "aborted", "aborted", "aborted", "ok"), answers);
        assertEquals(
                "ok",
                kernel.execute("value 1").status(),
                "what comes after the failure is run again");
    }

    @Test
    void anErrorAbortsNothingWhenTheFrontEndDoesNotWantIt() {
        kernel.frontEnd.ask(
                kernel.frontEnd.shell(),
                "execute_request",
                Json.object("code", "fail", "stop_on_error", false));
        kernel.frontEnd.ask(
                kernel.frontEnd.shell(), "execute_request", Json.object("code", "value 1"));
        assertEquals(
                "error",
                KernelFixture.text(kernel.frontEnd.receive(kernel.frontEnd.shell()), "status"));
        assertEquals(
                "ok",
                KernelFixture.text(kernel.frontEnd.receive(kernel.frontEnd.shell()), "status"));
    }

    @Test
    void outputKeepsItsOrder() {
        Exchange cell = kernel.execute("mix");
        assertEquals(
                List.of(
                        "status",
                        "execute_input",
                        "stream",
                        "stream",
                        "display_data",
                        "stream",
                        "status"),
                cell.kinds());
        assertEquals("ad", cell.printed("stdout"));
        assertEquals("b", cell.printed("stderr"));
    }

    @Test
    void whatIsShownCanBeReplacedAndCleared() {
        Exchange cell = kernel.execute("live");
        JsonObject first = cell.first("display_data");
        JsonObject second = cell.first("update_display_data");
        assertEquals(first.get("transient"), second.get("transient"));
        assertEquals("second", second.getAsJsonObject("data").get("text/plain").getAsString());
        assertTrue(cell.first("clear_output").get("wait").getAsBoolean());
        assertEquals(
                "set_next_input",
                cell.content()
                        .getAsJsonArray("payload")
                        .get(0)
                        .getAsJsonObject()
                        .get("source")
                        .getAsString());
    }

    @Test
    void whatALaterCellReplacesIsToldUnderThatCell() {
        JsonObject first = kernel.execute("live").first("display_data");
        JsonObject third = kernel.execute("newer").first("update_display_data");
        assertEquals(first.get("transient"), third.get("transient"));
        assertEquals("third", third.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void picturesTravelInBase64AndJsonAsJson() {
        JsonObject result = kernel.execute("picture").first("execute_result");
        JsonObject data = result.getAsJsonObject("data");
        assertEquals("AQID", data.get("image/png").getAsString());
        assertEquals(JsonParser.parseString("{\"nan\": \"NaN\"}"), data.get("application/json"));
        assertEquals(
                7,
                result.getAsJsonObject("metadata")
                        .getAsJsonObject("image/png")
                        .get("width")
                        .getAsInt());
    }

    @Test
    void tenThousandLinesArriveInFewMessages() {
        Exchange cell = kernel.execute("lines 10000");
        assertEquals(lines(10_000), cell.printed("stdout"));
        assertTrue(
                cell.kinds().size() < 50,
                "prints are joined: " + cell.kinds().size() + " messages");
    }

    @Test
    void fiveMegabytesArriveWholeAndInOrder() {
        assertEquals(lines(750_000), kernel.execute("lines 750000").printed("stdout"));
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @Test
    void aThreadPrintsUnderTheCellThatStartedIt() {
        Exchange starter = kernel.execute("background");
        kernel.execute("value 1");
        kernel.service.finished.countDown();
        var late = kernel.frontEnd.receive(kernel.frontEnd.iopub());
        assertEquals("late", KernelFixture.text(late, "text"));
        assertEquals(starter.request().getId(), late.getParentHeader().getId());
    }

    @Test
    void aVeryLongCellIsRefusedInWords() {
        Exchange cell = kernel.execute("x".repeat(17 << 20));
        assertEquals("CellTooLong", cell.content().get("ename").getAsString());
        assertEquals("ok", kernel.execute("value 1").status());
    }

    /// Gives requests the time to come into the kernel's queue, of which nobody is told.
    private static void arrive() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            kernel.service.waiting.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
