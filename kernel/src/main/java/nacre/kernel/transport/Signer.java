package nacre.kernel.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs messages and checks signatures with the key of the connection file. One per socket; not
/// for several threads.
///
/// The base kernel's generator takes the key as ASCII, and its strings are compared in a time that
/// tells how much of a forged signature was right.
final class Signer {
    private static final byte[] UNSIGNED = {};

    private final @Nullable Mac mac; // null: the front end wants no signatures

    Signer(ConnectionFile connection) {
        this(connection.algorithm(), connection.key());
    }

    Signer(String algorithm, String key) {
        mac = key.isEmpty() ? null : mac(algorithm, key);
    }

    private static Mac mac(String algorithm, String key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new ConnectionException(
                    "Messages cannot be signed with " + algorithm + ": " + e.getMessage());
        }
    }

    /// Whether messages are signed at all.
    boolean signs() {
        return mac != null;
    }

    /// The signature over the parts of a message, in hexadecimal digits.
    byte[] sign(byte[]... parts) {
        if (mac == null) {
            return UNSIGNED;
        }
        for (byte[] part : parts) {
            mac.update(part);
        }
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether `signature` is the right one; takes the same time for every wrong one.
    boolean accepts(byte[] signature, byte[]... parts) {
        return mac == null || MessageDigest.isEqual(sign(parts), signature);
    }
}
