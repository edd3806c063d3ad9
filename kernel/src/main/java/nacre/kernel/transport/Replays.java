package nacre.kernel.transport;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;

/// Remembers the signatures of late, so that a message that somebody recorded is not run a second
/// time.
final class Replays {
    private static final int REMEMBERED = 65_536;

    private final LinkedHashSet<ByteBuffer> seen = new LinkedHashSet<>();

    /// Whether this signature came before; from now on it did.
    synchronized boolean isReplay(byte[] signature) {
        boolean isNew = seen.add(ByteBuffer.wrap(signature));
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
        return !isNew;
    }
}
