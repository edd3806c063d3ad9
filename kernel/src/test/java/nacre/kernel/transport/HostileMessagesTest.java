package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQ;

/// Whatever comes in, the kernel answers the next good message, and nobody without the key runs
/// anything.
class HostileMessagesTest {
    private static final int SIGNATURE = 1;
    private static final int CONTENT = 5;

    private final KernelFixture kernel = new KernelFixture();
    private final FrontEnd frontEnd = kernel.frontEnd;

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void aWrongSignatureIsDropped() {
        List<byte[]> frames = frontEnd.seal("execute_request", Json.object("code", "value 1"));
        frames.set(SIGNATURE, "0".repeat(64).getBytes(StandardCharsets.US_ASCII));
        assertDropped(frames, "its signature is wrong");
    }

    @Test
    void aMissingSignatureIsDropped() {
        List<byte[]> frames = frontEnd.seal("execute_request", Json.object("code", "value 1"));
        frames.set(SIGNATURE, new byte[0]);
        assertDropped(frames, "its signature is wrong");
    }

    @Test
    void aChangedContentIsDropped() {
        List<byte[]> frames = frontEnd.seal("execute_request", Json.object("code", "value 1"));
        frames.set(CONTENT, Json.bytes(Json.object("code", "value 2")));
        assertDropped(frames, "its signature is wrong");
    }

    @Test
    void aReplayIsDroppedOnEveryChannel() {
        List<byte[]> frames = frontEnd.seal("kernel_info_request", new JsonObject());
        frontEnd.send(frontEnd.shell(), frames);
        frontEnd.receive(frontEnd.shell());
        assertDropped(frames, "it came before");
        frontEnd.send(frontEnd.control(), frames);
        assertNull(frontEnd.poll(frontEnd.control(), 200));
    }

    @Test
    void aMessageOfAnotherKeyIsDropped() {
        var other = new Courier(new Signer("hmacsha256", "another key"), new Replays());
        var heads = new Heads();
        assertDropped(
                other.seal(
                        new Message<>(
                                List.of(),
                                heads.next("execute_request"),
                                null,
                                null,
                                Json.object("code", "value 1"),
                                null)),
                "its signature is wrong");
    }

    @Test
    void portsAreOnTheNamedAddressAlone() {
        for (ConnectionFile.Port port : ConnectionFile.Port.values()) {
            String address = kernel.connection.address(port);
            int number = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            assertTrue(listens("127.0.0.1", number), address);
            assertFalse(listens("127.0.0.2", number), address);
        }
    }

    private static boolean listens(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 10_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void tooFewFramesAreDropped() {
        assertDropped(
                List.of("hello".getBytes(StandardCharsets.UTF_8)),
                "its frames are not those of a message");
        List<byte[]> frames = frontEnd.seal("kernel_info_request", new JsonObject());
        assertDropped(frames.subList(0, CONTENT), "its frames are not those of a message");
    }

    @Test
    void signedNonsenseIsDropped() {
        assertDropped(signed("{", "{}", "{}", "{}"), "its header is not JSON");
        assertDropped(signed("[]", "{}", "{}", "{}"), "its header is not a JSON object");
        assertDropped(signed("{}", "{}", "{}", "{}"), "its header has no msg_id");
    }

    @Test
    void signedNonsenseBehindAGoodHeaderIsAnsweredInWords() {
        for (String kind : List.of("execute", "history", "complete", "comm_info")) {
            assertRefused(kind, "its parent header is not a JSON object", "7", "{}", "{}");
            assertRefused(kind, "its metadata is not JSON", "{}", "{", "{}");
            assertRefused(kind, "its content is not a JSON object", "{}", "{}", "null");
            assertRefused(kind, "its content is not a JSON object", "{}", "{}", "[1,2]");
            assertRefused(kind, "its content is not JSON", "{}", "{}", "[".repeat(100_000));
        }
        assertEquals("ok", kernel.execute("value 1").status());
    }

    /// The front end that waits gets busy, an answer and idle.
    private void assertRefused(String kind, String why, String... rest) {
        String id = kind + why + rest[2].length();
        JsonObject header = Json.object("msg_id", id, "msg_type", kind + "_request");
        frontEnd.send(frontEnd.shell(), signed(header.toString(), rest[0], rest[1], rest[2]));
        Message<JsonObject> reply = frontEnd.receive(frontEnd.shell());
        assertEquals(kind + "_reply", KernelFixture.kind(reply));
        assertEquals("error", KernelFixture.text(reply, "status"));
        assertEquals(kind + "_request: " + why, KernelFixture.text(reply, "evalue"));
        var published = kernel.published(Head.of(header));
        assertEquals(
                List.of("status", "status"), published.stream().map(KernelFixture::kind).toList());
    }

    private List<byte[]> signed(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        var frames = new ArrayList<byte[]>();
        frames.add("<IDS|MSG>".getBytes(StandardCharsets.US_ASCII));
        frames.add(new Signer(kernel.connection).sign(bytes));
        Collections.addAll(frames, bytes);
        return frames;
    }

    @Test
    void aRequestWithoutWhatItNeedsIsAnsweredInWords() {
        var answer = kernel.ask("execute_request", new JsonObject());
        assertEquals("error", answer.status());
        assertEquals(
                "execute_request needs the text \"code\" in its content",
                answer.content().get("evalue").getAsString());
        var number = kernel.ask("execute_request", Json.object("code", 3));
        assertEquals("error", number.status());
        var wrong = kernel.ask("complete_request", Json.object("code", "x", "cursor_pos", "three"));
        assertEquals(
                "\"cursor_pos\" in complete_request should be a whole number",
                wrong.content().get("evalue").getAsString());
    }

    @Test
    void anUnknownRequestIsAnsweredInWords() {
        var answer = kernel.ask("sing_request", new JsonObject());
        assertEquals("sing_reply", KernelFixture.kind(answer.reply()));
        assertEquals(
                "Nacre does not know the request sing_request.",
                answer.content().get("evalue").getAsString());
        assertDropped(frontEnd.seal("sing", new JsonObject()), "sing is unknown here");
        assertDropped(frontEnd.seal("a\u001b[2J\nb", new JsonObject()), "a?[2J?b is unknown here");
        assertDropped(frontEnd.seal("x".repeat(5_000), new JsonObject()), "x".repeat(200) + "…");
    }

    @Test
    void noiseOnEveryChannelLeavesTheKernelWell() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            List<byte[]> frames = frontEnd.seal("kernel_info_request", new JsonObject());
            spoil(frames, random);
            ZMQ.Socket channel =
                    List.of(frontEnd.shell(), frontEnd.control(), frontEnd.stdin()).get(i % 3);
            frontEnd.send(channel, frames);
        }
        assertTrue(kernel.said().lines().count() < 200, "a flood is not logged line by line");
        drain();
        assertEquals("ok", kernel.execute("value 1").status());
        assertEquals(
                "ok",
                kernel.ask(frontEnd.control(), "kernel_info_request", new JsonObject()).status());
    }

    private static void spoil(List<byte[]> frames, Random random) {
        int frame = random.nextInt(frames.size());
        switch (random.nextInt(4)) {
            case 0 -> frames.remove(frame);
            case 1 -> frames.add(frame, new byte[random.nextInt(300)]);
            case 2 -> {
                byte[] noise = new byte[frames.get(frame).length];
                random.nextBytes(noise);
                frames.set(frame, noise);
            }
            default -> Collections.shuffle(frames, random);
        }
    }

    private void drain() {
        while (frontEnd.poll(frontEnd.shell(), 300) != null
                || frontEnd.poll(frontEnd.control(), 300) != null) {
            // answers to what the noise left whole
        }
    }

    /// The message is not answered, the log says why, and the next one is answered.
    private void assertDropped(List<byte[]> frames, String why) {
        frontEnd.send(frontEnd.shell(), frames);
        assertEquals("ok", kernel.ask("kernel_info_request", new JsonObject()).status());
        assertTrue(kernel.said().contains("shell: dropped a message: " + why), kernel.said());
    }
}
