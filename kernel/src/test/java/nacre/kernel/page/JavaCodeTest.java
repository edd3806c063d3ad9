package nacre.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCodeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "var x = 1e-3f; | <span class=\"keyword\">var</span> x = <span class=\"number\">1e-3f</span>;",
                "a // it's \"b\" | a <span class=\"comment\">// it's &quot;b&quot;</span>",
                "\"// no\" + 'x' | <span class=\"string\">&quot;// no&quot;</span> + <span class=\"string\">'x'</span>",
                "new Dense(4) | <span class=\"keyword\">new</span> <span class=\"type\">Dense</span>(<span class=\"number\">4</span>)",
                "x.record(y) | x.<span class=\"call\">record</span>(y)",
                "@Override | <span class=\"annotation\">@Override</span>",
                "List<T> | <span class=\"type\">List</span>&lt;<span class=\"type\">T</span>&gt;",
                "%time fit() | <span class=\"magic\">%time fit()</span>",
                "7 % 2 | <span class=\"number\">7</span> % <span class=\"number\">2</span>"
            })
    void eachTokenGetsItsColour(String code, String html) {
        assertEquals(html, JavaCode.html(code));
    }

    @Test
    void aTextBlockIsOneString() {
        String block = "\"\"\"\nint x; \"quoted\"\n\"\"\"";
        assertEquals(
                "<span class=\"string\">" + Html.escape(block) + "</span>", JavaCode.html(block));
    }

    @Test
    void whatIsNotClosedGoesToTheEnd() {
        assertEquals(
                "<span class=\"comment\">/* open\nint x</span>", JavaCode.html("/* open\nint x"));
        assertEquals("<span class=\"string\">&quot;open</span>\nx", JavaCode.html("\"open\nx"));
    }
}
