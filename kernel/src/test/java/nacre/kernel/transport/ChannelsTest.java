package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

class ChannelsTest {
    private static final Duration LONG = Duration.ofMillis(FrontEnd.PATIENCE);

    private final KernelFixture kernel = new KernelFixture();
    private final FrontEnd frontEnd = kernel.frontEnd;

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void controlAnswersWhileACellRuns() throws InterruptedException {
        Head cell = frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "wait"));
        kernel.service.waiting.await();
        frontEnd.ask(frontEnd.control(), "kernel_info_request", new JsonObject());
        assertEquals("ok", KernelFixture.text(frontEnd.receive(frontEnd.control()), "status"));
        frontEnd.ask(frontEnd.control(), "interrupt_request", new JsonObject());
        assertEquals("interrupt_reply", KernelFixture.kind(frontEnd.receive(frontEnd.control())));
        assertEquals("Stopped", KernelFixture.text(frontEnd.receive(frontEnd.shell()), "ename"));
        kernel.published(cell);
    }

    @Test
    void theHeartBeatsWhileACellRuns() throws InterruptedException {
        frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "wait"));
        kernel.service.waiting.await();
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket heart = context.socket(SocketType.REQ)) {
            heart.setHandshakeIvl(FrontEnd.HANDSHAKE);
            heart.setReceiveTimeOut(FrontEnd.PATIENCE);
            heart.connect(kernel.connection.address(ConnectionFile.Port.HEARTBEAT));
            for (int i = 0; i < 3; i++) {
                heart.send("ping " + i);
                assertEquals("ping " + i, heart.recvStr());
            }
        }
        kernel.service.interrupt();
    }

    @Test
    void aQuestionReachesThePersonAndTheAnswerTheCell() {
        frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "ask secret name?"));
        var question = frontEnd.receive(frontEnd.stdin());
        assertEquals("secret name?", KernelFixture.text(question, "prompt"));
        assertTrue(question.getContent().get("password").getAsBoolean());
        answer("Ada", (Head) question.getHeader());
        assertEquals("ok", KernelFixture.text(frontEnd.receive(frontEnd.shell()), "status"));
    }

    @Test
    void anOldFrontEndAnswersWithoutAParent() {
        Head cell =
                frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "ask name?"));
        frontEnd.receive(frontEnd.stdin());
        answer("Ada", null);
        frontEnd.receive(frontEnd.shell());
        assertEquals(
                "Ada",
                kernel.published(cell).stream()
                        .filter(message -> KernelFixture.kind(message).equals("execute_result"))
                        .map(
                                message ->
                                        message.getContent()
                                                .getAsJsonObject("data")
                                                .get("text/plain")
                                                .getAsString())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anAnswerToAnInterruptedQuestionDoesNotAnswerTheNext() throws InterruptedException {
        frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "ask first?"));
        var first = frontEnd.receive(frontEnd.stdin());
        kernel.service.interrupt();
        assertEquals("Stopped", KernelFixture.text(frontEnd.receive(frontEnd.shell()), "ename"));
        answer("late", (Head) first.getHeader());

        Head cell =
                frontEnd.ask(
                        frontEnd.shell(), "execute_request", Json.object("code", "ask second?"));
        var second = frontEnd.receive(frontEnd.stdin());
        answer("late again", (Head) first.getHeader());
        answer("in time", (Head) second.getHeader());
        frontEnd.receive(frontEnd.shell());
        assertTrue(kernel.published(cell).toString().contains("in time"));
        assertTrue(
                kernel.said()
                        .contains(
                                "stdin: dropped a message: it answers a question that is no longer open"));
    }

    @Test
    void aCellThatAsksWithoutAPersonFailsInWords() {
        var cell =
                kernel.ask(
                        "execute_request", Json.object("code", "ask name?", "allow_stdin", false));
        assertEquals("error", cell.status());
        assertNull(frontEnd.poll(frontEnd.stdin(), 100));
    }

    private void answer(String value, Head parent) {
        frontEnd.tell(frontEnd.stdin(), "input_reply", Json.object("value", value), parent);
    }

    @Test
    void whatIsPublishedBeforeAnybodyListensWaits() {
        assertEquals("status", KernelFixture.kind(kernel.starting));
        assertEquals("starting", kernel.starting.getContent().get("execution_state").getAsString());
    }

    @Test
    void everyNewListenerIsWelcomed() {
        try (var second = new FrontEnd(kernel.connection)) {
            KernelFixture.awaitWelcome(second);
        }
    }

    @Test
    void twoFrontEndsHearTheSameAndEachItsOwnReplies() {
        try (var second = new FrontEnd(kernel.connection)) {
            KernelFixture.awaitWelcome(second);
            kernel.execute("value 1");
            assertNull(second.poll(second.shell(), 50));
            assertTrue(second.run("value 2"));
            assertNull(frontEnd.poll(frontEnd.shell(), 50));
            assertEquals("status", KernelFixture.kind(second.receive(second.iopub())));
        }
    }

    @Test
    void aFrontEndThatOpensACommToNobodyIsToldSo() {
        Head open =
                frontEnd.ask(
                        frontEnd.shell(),
                        "comm_open",
                        Json.object("comm_id", "c1", "target_name", "nobody"));
        var close =
                kernel.published(open).stream()
                        .filter(message -> KernelFixture.kind(message).equals("comm_close"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("c1", KernelFixture.text(close, "comm_id"));
        assertEquals("{}", comms().toString());
    }

    @Test
    void aCommCarriesMessagesBothWays() {
        var heard = new CopyOnWriteArrayList<Object>();
        kernel.server
                .comms()
                .register(
                        "echo",
                        (comm, first) -> {
                            heard.add(first.data());
                            return (message, output) -> {
                                heard.add(message.data());
                                output.stdout("heard");
                                comm.send(new CommMessage(Map.of("n", 2)));
                            };
                        });
        Head open =
                frontEnd.ask(
                        frontEnd.shell(),
                        "comm_open",
                        Json.object(
                                "comm_id", "c1", "target_name", "echo", "data", Map.of("n", 0)));
        kernel.published(open);
        assertEquals("echo", comms().getAsJsonObject("c1").get("target_name").getAsString());

        Head said =
                frontEnd.ask(
                        frontEnd.shell(),
                        "comm_msg",
                        Json.object("comm_id", "c1", "data", Map.of("n", 1)));
        List<String> kinds = kernel.published(said).stream().map(KernelFixture::kind).toList();
        assertEquals(List.of("status", "stream", "comm_msg", "status"), kinds);
        assertEquals(List.of(Map.of("n", 0L), Map.of("n", 1L)), heard);

        kernel.published(
                frontEnd.ask(frontEnd.shell(), "comm_close", Json.object("comm_id", "c1")));
        assertEquals("{}", comms().toString());
    }

    @Test
    void theKernelOpensAComm() {
        Comm comm =
                kernel.server
                        .comms()
                        .open(
                                "jupyter.widget",
                                new CommMessage(
                                        Map.of("state", Map.of()),
                                        Map.of("version", "2.1.0"),
                                        List.of(new byte[] {9})),
                                (_, _) -> {});
        var open = frontEnd.receive(frontEnd.iopub());
        assertEquals(comm.id(), KernelFixture.text(open, "comm_id"));
        assertEquals("2.1.0", open.getMetadata().get("version"));
        assertArrayEquals(new byte[] {9}, open.getBlobs().getFirst());
    }

    private JsonObject comms() {
        return kernel.ask("comm_info_request", new JsonObject()).content().getAsJsonObject("comms");
    }

    @Test
    void aShutdownIsAnsweredAndEndsTheWait() {
        var answer =
                kernel.ask(frontEnd.control(), "shutdown_request", Json.object("restart", true));
        assertEquals("ok", answer.status());
        assertTrue(answer.content().get("restart").getAsBoolean());
        assertTimeoutPreemptively(LONG, kernel.server::awaitShutdown);
    }

    @Test
    void aKernelIsClosedWhileACellRuns() throws InterruptedException {
        frontEnd.ask(frontEnd.shell(), "execute_request", Json.object("code", "wait"));
        kernel.service.waiting.await();
        assertTimeoutPreemptively(LONG, kernel.server::close);
        KernelServer.open(kernel.connection, new FakeService(), null).close();
    }

    @Test
    void aClosedKernelGivesItsPortsBack() {
        kernel.server.close();
        KernelServer.open(kernel.connection, new FakeService(), null).close();
    }

    @Test
    void aThreadThatIsInterruptedCanStillPrint() throws InterruptedException {
        var thread =
                new Thread(
                        () -> {
                            Thread.currentThread().interrupt();
                            kernel.server
                                    .comms()
                                    .open("x", new CommMessage(Map.of()), (_, _) -> {});
                        });
        thread.start();
        thread.join();
        assertEquals("comm_open", KernelFixture.kind(frontEnd.receive(frontEnd.iopub())));
        Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("nacre-"))
                .forEach(Thread::interrupt);
        assertEquals("ok", kernel.execute("lines 100").status());
        assertEquals("ok", kernel.execute("value 2").status());
    }

    /// The deaf one's share has to fill what the system itself keeps for a connection, 4 MB or
    /// more.
    @Test
    void oneThatDoesNotReadHoldsNobodyUpForEver() {
        try (var few = new KernelFixture(null, 10);
                ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket deaf = context.socket(SocketType.SUB)) {
            deaf.setHandshakeIvl(FrontEnd.HANDSHAKE);
            deaf.setRcvHWM(1);
            deaf.setReceiveBufferSize(4_096);
            deaf.subscribe("".getBytes(StandardCharsets.UTF_8));
            deaf.connect(few.connection.address(ConnectionFile.Port.IOPUB));
            awaitWelcomeOf(deaf, few.frontEnd);
            assertEquals(300 * 64 * 1024, few.execute("flood 300").printed("stdout").length());
            assertTrue(
                    few.said().contains("a front end does not read what is published"), few.said());
        }
    }

    /// Waits until a newcomer's subscription has arrived, without reading for it. A connection that
    /// failed is made again, but the socket subscribes again only while somebody looks at it.
    private static void awaitWelcomeOf(ZMQ.Socket newcomer, FrontEnd frontEnd) {
        long end = System.nanoTime() + LONG.toNanos();
        Message<JsonObject> heard;
        do {
            assertTrue(System.nanoTime() < end, "no welcome");
            newcomer.getEvents();
            heard = frontEnd.poll(frontEnd.iopub(), 100);
        } while (heard == null || !KernelFixture.kind(heard).equals("iopub_welcome"));
    }
}
