package nacre.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisplayTest {
    record Point(double x, double y) {}

    record Size(int rows, int columns) {
        @Override
        public String toString() {
            return rows + " × " + columns;
        }
    }

    /// As a learner writes it in a cell: neither the class nor its methods are public.
    static class Picture {
        byte[] toPng() {
            return new byte[] {1, 2};
        }

        Map<String, Object> metadata() {
            return Map.of("width", 2, "alt", "two bytes");
        }

        @Override
        public String toString() {
            return "a picture";
        }
    }

    record Bold(String text) {
        String toHtml() {
            return "<b>" + text + "</b>";
        }
    }

    @Test
    void whatHasNoWordsOfItsOwnIsNamedByItsClass() {
        class Dog {}
        Runnable bark = () -> {};
        assertTrue(Display.of(new Dog()).text().matches("Dog@[0-9a-f]+"));
        assertTrue(Display.of(bark).text().matches("Runnable@[0-9a-f]+"));
        assertTrue(Display.of(List.of(new Dog() {})).text().matches("\\[Dog@[0-9a-f]+\\]"));
    }

    @Test
    void aListOfWhatHasHtmlStandsOneBelowTheOther() {
        assertEquals(
                "<p><code>0</code></p><b>a</b><p><code>1</code></p><b>b</b>",
                Display.of(List.of(new Bold("a"), new Bold("b"))).data().get("text/html"));
        assertFalse(
                Display.of(List.of(new Bold("a"), 1)).data().containsKey("text/html"),
                "one that has none makes it a line of text");
    }

    static class Broken {
        String toHtml() {
            throw new IllegalStateException("no ink");
        }

        int toLatex() {
            return 3;
        }

        @Override
        public String toString() {
            return "broken";
        }
    }

    static class Mute {
        @Override
        public String toString() {
            throw new UnsupportedOperationException("I say nothing");
        }
    }

    static class Stop extends Error {}

    static String html(Object value) {
        return String.valueOf(Display.of(value).data().get("text/html"));
    }

    @Test
    void everyValueHasAText() {
        assertEquals("null", Display.of(null).text());
        assertEquals("42", Display.of(42).text());
        assertEquals("[1.0, 2.5]", Display.of(new double[] {1, 2.5}).text());
        assertEquals("[[1, 2],\n [3, 4]]", Display.of(new int[][] {{1, 2}, {3, 4}}).text());
        assertEquals(
                "[[1, 2],\n [3]]", Display.of(List.of(new int[] {1, 2}, new int[] {3})).text());
        assertEquals("{a=[true]}", Display.of(Map.of("a", new boolean[] {true})).text());
    }

    @Test
    void aStreamIsNotUsedUpByBeingShown() {
        var numbers = IntStream.range(0, 3);
        assertEquals(
                "IntStream: nothing of it is computed yet; `.toArray()` does it",
                Display.of(numbers).text());
        assertEquals(3, numbers.sum());
        assertEquals(
                "Stream: nothing of it is computed yet; `.toList()` does it",
                Display.of(Stream.of(1)).text());
    }

    @Test
    void longArraysShowTheirEnds() {
        String text = Display.of(new float[784]).text();
        assertTrue(text.startsWith("[0.0, 0.0,"), text);
        assertTrue(text.endsWith("…, 0.0, 0.0, 0.0] (784 values)"), text);
        assertEquals(
                "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …, 998, 999, 1000] (1001 values)",
                Display.of(IntStream.rangeClosed(0, 1000).boxed().toList()).text());
    }

    @Test
    void hugeTextsShowTheirBeginning() {
        String text = Display.of("ab".repeat(5_000_000)).text();
        assertTrue(text.startsWith("abab"));
        assertTrue(text.endsWith("ab… 9000000 more characters"), text.substring(999_990));
        assertTrue(
                Display.of("\ud83d\ude00".repeat(999_999))
                        .text()
                        .endsWith("😀… 999998 more characters"));
        var many = java.util.Collections.nCopies(100, "x".repeat(300_000));
        String cut = Display.of(many).text();
        assertTrue(cut.length() < 2_000_000, "length " + cut.length());
        assertTrue(cut.endsWith(", … 96 more]"), cut.substring(cut.length() - 30));
        assertTrue(
                Display.of(Map.of("key", "x".repeat(2_000_000)))
                        .text()
                        .endsWith("more characters}"));
    }

    @Test
    void anArrayThatContainsItselfEnds() {
        var array = new Object[1];
        array[0] = array;
        assertTrue(Display.of(array).text().contains("[…]"));
    }

    @Test
    void aListThatContainsItselfEnds() {
        var list = new ArrayList<Object>();
        list.add(list);
        assertTrue(Display.of(list).text().contains("[…]"));
    }

    @Test
    void flatListsNeedNoTable() {
        assertEquals(java.util.Set.of("text/plain"), Display.of(List.of(1, 2)).data().keySet());
        assertFalse(Display.of(new double[3]).data().containsKey("text/html"));
    }

    @Test
    void rowsBecomeATable() {
        assertEquals(
                "<table><thead><tr><th></th><th>0</th><th>1</th></tr></thead><tbody>"
                        + "<tr><th>0</th><td>0.5</td><td>0.333333</td></tr></tbody></table>",
                html(new double[][] {{0.5, 1 / 3.0}}));
    }

    @Test
    void recordsGiveTheirNamesToTheColumns() {
        assertTrue(html(List.of(new Point(1, 2))).contains("<th>x</th><th>y</th>"));
        assertTrue(html(new Point(1, 2)).contains("<tr><th>x</th><td>1.0</td></tr>"));
        assertTrue(html(Map.of("units", 64)).contains("<th>units</th><td>64</td>"));
    }

    @Test
    void aRecordWithItsOwnTextIsShownByIt() {
        Display shown = Display.of(new Size(2, 3));
        assertEquals("2 × 3", shown.text());
        assertFalse(shown.data().containsKey("text/html"));
        assertFalse(Display.of(List.of(new Size(2, 3))).data().containsKey("text/html"));
    }

    @Test
    void largeTablesShowTheirEndsAndTheirSize() {
        String html = html(new int[1000][50]);
        assertTrue(html.contains("<p>1000 rows × 50 columns</p>"), html);
        assertTrue(html.length() < 12_000, "length " + html.length());
        assertTrue(html.contains("<th>999</th>") && html.contains("<th>49</th>"), html);
    }

    @Test
    void cellsOfATableAreText() {
        assertTrue(html(Map.of("a", "<b>&")).contains("<td>&lt;b&gt;&amp;</td>"));
    }

    @Test
    void methodsAreFoundInClassesThatAreNotPublic() {
        Display shown = Display.of(new Picture());
        assertArrayEquals(new byte[] {1, 2}, (byte[]) shown.data().get("image/png"));
        assertEquals(Map.of("width", 2, "alt", "two bytes"), shown.metadata().get("image/png"));
        assertEquals("a picture", shown.text());
    }

    @Test
    void whatFailsLeavesTheTextAndASentence() {
        Display shown = Display.of(new Broken());
        assertEquals(
                """
                broken
                (toHtml() failed: IllegalStateException: no ink)
                (toLatex() failed: IllegalArgumentException: it must give something of type String and gave one of type Integer)""",
                shown.text());
        assertEquals(
                "Mute (toString() failed: UnsupportedOperationException: I say nothing)",
                Display.of(new Mute()).text());
        var wrong =
                new Object() {
                    @Override
                    public String toString() {
                        throw new Error("no words");
                    }
                };
        String text = Display.of(wrong).text();
        assertTrue(text.endsWith("(toString() failed: Error: no words)"), text);
    }

    @Test
    void theErrorThatStopsACellIsNotSwallowed() {
        var stopping =
                new Object() {
                    String toHtml() {
                        throw new Stop();
                    }
                };
        assertThrows(Stop.class, () -> Display.of(stopping));
    }

    @Test
    void aDisplayIsItself() {
        Display display = Display.of(1);
        assertSame(display, Display.of(display));
    }
}
