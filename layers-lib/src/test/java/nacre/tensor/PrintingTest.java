package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Tensors as they look in a page.
class PrintingTest {
    @Test
    void aFewTablesAreAllShownWithTheirPlaces() {
        String html = Tensor.range(12).reshape(2, 1, 2, 3).toHtml();
        assertEquals(2, html.split("<table>", -1).length - 1);
        assertTrue(html.contains("<small>[1, 0, …]</small>"), html);
        assertTrue(html.contains("<td>11</td>"), html);
    }

    @Test
    void ofManyTablesTheFirstIsShown() {
        String html = Tensor.range(60).reshape(10, 2, 3).toHtml();
        assertEquals(1, html.split("<table>", -1).length - 1);
        assertTrue(html.contains("… and 9 more tables"), html);
    }
}
