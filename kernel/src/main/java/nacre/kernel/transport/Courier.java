package nacre.kernel.transport;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Turns the frames of one socket into messages and back.
///
/// A message is: addresses, the delimiter, the signature, four JSON objects (header, parent header,
/// metadata, content), and any number of raw buffers.
final class Courier {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 2;
    private static final int PARENT = 3;
    private static final int METADATA = 4;
    private static final int CONTENT = 5;
    private static final int BUFFERS = 6;

    private final Signer signer;
    private final Replays replays;

    Courier(Signer signer, Replays replays) {
        this.signer = signer;
        this.replays = replays;
    }

    /// Reads a message whose signature is right and new.
    ///
    /// @throws BadMessage if it is not, or cannot be read as a message
    /// @throws BadBody if it can be answered all the same
    Message<JsonObject> open(List<byte[]> frames) {
        int start = 0;
        while (start < frames.size() && !Arrays.equals(frames.get(start), DELIMITER)) {
            start++;
        }
        if (frames.size() < start + BUFFERS) {
            throw new BadMessage("its frames are not those of a message");
        }
        byte[] signature = frames.get(start + 1);
        byte[] header = frames.get(start + HEADER);
        byte[] parent = frames.get(start + PARENT);
        byte[] metadata = frames.get(start + METADATA);
        byte[] content = frames.get(start + CONTENT);
        if (!signer.accepts(signature, header, parent, metadata, content)) {
            throw new BadMessage("its signature is wrong");
        }
        if (signer.signs() && replays.isReplay(signature)) {
            throw new BadMessage("it came before");
        }
        List<byte[]> identities = List.copyOf(frames.subList(0, start));
        Head head = Head.of(Json.parse(header, "header"));
        try {
            JsonObject parentJson = Json.parse(parent, "parent header");
            return new Message<>(
                    identities,
                    head,
                    parentJson.has("msg_id") ? Head.of(parentJson) : null,
                    Json.map(Json.parse(metadata, "metadata")),
                    Json.parse(content, "content"),
                    List.copyOf(frames.subList(start + BUFFERS, frames.size())));
        } catch (BadMessage e) {
            throw new BadBody(identities, head, e.why());
        }
    }

    /// The frames of a message, signed.
    List<byte[]> seal(Message<JsonObject> message) {
        byte[] header = Json.bytes(((Head) message.getHeader()).json());
        byte[] parent =
                message.getParentHeader() instanceof Head head ? Json.bytes(head.json()) : empty();
        Map<String, Object> more = message.getNonNullMetadata();
        byte[] metadata = more.isEmpty() ? empty() : Json.bytes(Json.tree(more));
        byte[] content = Json.bytes(message.getContent());
        var frames = new ArrayList<byte[]>(message.getIdentities());
        frames.add(DELIMITER);
        frames.add(signer.sign(header, parent, metadata, content));
        frames.addAll(List.of(header, parent, metadata, content));
        if (message.getBlobs() != null) {
            frames.addAll(message.getBlobs());
        }
        return frames;
    }

    private static byte[] empty() {
        return new byte[] {'{', '}'};
    }
}
