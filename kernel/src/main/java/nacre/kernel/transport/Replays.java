package nacre.kernel.transport;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;

/// Remembers the messages of late by their signatures, so that one that somebody recorded is not
/// run a second time.
///
/// The first 64 bits of a signature are enough to know it by; as much as a long session sends fits
/// into a few megabytes.
final class Replays {
    private static final int REMEMBERED = 250_000;
    private static final int DIGITS = Long.SIZE / 4;

    private final LinkedHashSet<Long> seen = new LinkedHashSet<>();

    /// Whether this signature, in hexadecimal digits, came before; from now on it did.
    synchronized boolean isReplay(byte[] signature) {
        var digits = new String(signature, 0, DIGITS, StandardCharsets.US_ASCII);
        boolean isNew = seen.add(Long.parseUnsignedLong(digits, 16));
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
        return !isNew;
    }
}
