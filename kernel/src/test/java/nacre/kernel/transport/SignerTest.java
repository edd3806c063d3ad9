package nacre.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignerTest {
    @Test
    void theSignatureIsThatOfTheStandard() { // RFC 4231, test case 2
        var signer = new Signer("hmacsha256", "Jefe");
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                text(signer.sign(bytes("what do ya want "), bytes("for nothing?"))));
    }

    @Test
    void aKeyMayHaveLettersBeyondAscii() {
        var one = new Signer("hmacsha256", "Schlüssel");
        var other = new Signer("hmacsha256", "Schl?ssel");
        assertFalse(other.accepts(one.sign(bytes("x")), bytes("x")));
        assertTrue(one.accepts(one.sign(bytes("x")), bytes("x")));
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        var signer = new Signer("hmacsha256", "");
        assertEquals("", text(signer.sign(bytes("x"))));
        assertFalse(signer.signs());
        assertTrue(signer.accepts(bytes("anything"), bytes("x")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
