package nacre.kernel.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
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
    private static final String PROVIDER = "SunJCE";

    private final String algorithm;
    private final byte[] key; // empty: the front end wants no signatures
    private @Nullable Mac mac; // made when first used, which takes a moment

    Signer(ConnectionFile connection) {
        this(connection.algorithm(), connection.key());
    }

    Signer(String algorithm, String key) {
        this.algorithm = algorithm;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    private Mac mac() {
        if (mac == null) {
            mac = newMac();
        }
        return mac;
    }

    private Mac newMac() {
        try {
            Mac fresh = unready(algorithm);
            fresh.init(new SecretKeySpec(key, algorithm));
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new ConnectionException(
                    "Messages cannot be signed with " + algorithm + ": " + e.getMessage());
        }
    }

    /// From the provider that has it in every JDK: to look for one, Java sets up those before it,
    /// elliptic curves and all, while the front end waits for the first answer.
    private static Mac unready(String algorithm) throws GeneralSecurityException {
        try {
            return Mac.getInstance(algorithm, PROVIDER);
        } catch (NoSuchProviderException | NoSuchAlgorithmException e) {
            return Mac.getInstance(algorithm); // a JDK that was set up differently
        }
    }

    /// Whether messages are signed at all.
    boolean signs() {
        return key.length > 0;
    }

    /// The signature over the parts of a message, in hexadecimal digits.
    byte[] sign(byte[]... parts) {
        if (!signs()) {
            return UNSIGNED;
        }
        for (byte[] part : parts) {
            mac().update(part);
        }
        return HexFormat.of().formatHex(mac().doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether `signature` is the right one; takes the same time for every wrong one.
    boolean accepts(byte[] signature, byte[]... parts) {
        return !signs() || MessageDigest.isEqual(sign(parts), signature);
    }
}
