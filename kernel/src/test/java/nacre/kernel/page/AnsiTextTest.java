package nacre.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnsiTextTest {
    @Test
    void coloursBecomeSpans() {
        assertEquals("a<span class=\"a31 b\">b</span>c", AnsiText.html("a\u001b[1;31mb\u001b[0mc"));
        assertEquals("<span class=\"a34\">x</span>y", AnsiText.html("\u001b[94mx\u001b[39my"));
    }

    @Test
    void coloursThatAPageDoesNotHaveAreLeftOut() {
        assertEquals("ab", AnsiText.html("\u001b[38;5;196ma\u001b[38;2;1;31;3mb"));
        assertEquals("ab", AnsiText.html("a\u001b[2Kb"));
    }

    @Test
    void aCarriageReturnWritesOverTheLine() {
        assertEquals("Epoch 10/10\ndone", AnsiText.html("Epoch 1/10\rEpoch 10/10\ndone"));
        assertEquals("ab\ncd", AnsiText.html("ab\r\ncd"));
        assertEquals("xy3", AnsiText.html("123\rxy"));
    }

    @Test
    void markupIsText() {
        assertEquals("&lt;b&gt; &amp;", AnsiText.html("<b> &"));
    }
}
